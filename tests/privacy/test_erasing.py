"""Alice has her case erased, may change her mind for two weeks, and then nothing of it is left."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from readiness.accounts.models import Opening
from readiness.cases import mails, recovery, versions
from readiness.cases.models import AccessLink, Answer, Case, Counted, Version
from readiness.catalogue.contents import contents
from readiness.contact.models import Message
from readiness.privacy import erasing
from readiness.privacy.models import Erasure
from readiness.reports import store
from readiness.reports.models import Document, Export
from tests.people import Person, answers, case_with, faults_on, said
from tests.privacy import whole_case

NOW = timezone.now()
LATER = NOW + timedelta(days=15)
BANNER = "This case will be erased on"


def ask(person, typed=None):
    """Type the reference and press the button."""
    return person.post(person.url("erase"), {"erase-reference": typed or person.case.reference})


def case_of(person) -> Case:
    return Case.objects.get(pk=person.case.pk)


def test_alice_types_the_reference_and_has_two_weeks(alice):
    page = said(alice.see("erase"))
    assert "What goes" in page
    assert "What stays" in page
    assert ask(alice).headers["Location"] == alice.url()
    assert case_of(alice).erase_on == timezone.localdate() + timedelta(days=14)
    assert BANNER in said(alice.see())
    for step in ("need", "check", "save", "your-data", "erase", "business-case"):
        assert BANNER in said(alice.see(step))


def test_asking_and_taking_back_again_and_again_floods_no_letter_box(alice):
    alice.case.set_recovery_email("alice@example.org")
    alice.case.confirm_recovery_email("alice@example.org", at=timezone.now())
    codes = []
    for _n in range(6):
        codes.append(ask(alice).status_code)
        alice.post(alice.url("keep"))
    assert codes == [302] * 5 + [429]
    assert case_of(alice).mails.filter(kind="erase-asked").count() == 5


@pytest.mark.parametrize("typed", ["", "WRONGONE", "x" * 300, "<b>", "\x00"])
def test_what_is_not_the_reference_erases_nothing(alice, typed):
    page = alice.post(alice.url("erase"), {"erase-reference": typed})
    assert faults_on(page.text)
    assert case_of(alice).erase_on is None


def test_the_reference_may_be_typed_as_it_is_read_out(alice):
    reference = alice.case.reference.lower()
    ask(alice, f" {reference[:4]} - {reference[4:]} ")
    assert case_of(alice).erase_on is not None


def test_one_press_takes_it_back(alice):
    ask(alice)
    answer = alice.post(alice.url("keep"), follow=True)
    assert "This case is kept" in said(answer.text)
    assert BANNER not in said(answer.text)
    assert (case_of(alice).erase_on, case_of(alice).erase_why) == (None, "")
    alice.post(alice.url("keep"))  # a second press does nothing, and says nothing
    erasing.erase_due(at=LATER)
    assert alice.see()


def test_a_second_press_does_not_put_it_off(alice):
    ask(alice)
    first = case_of(alice).erase_on
    erasing.ask(case_of(alice), at=NOW + timedelta(days=9))
    assert case_of(alice).erase_on == first


def test_bob_sees_that_it_will_be_erased_and_cannot_change_that(alice):
    bob = Person()
    bob.join(alice.case, label="Bob", role=AccessLink.Role.EDITOR)
    ask(alice)
    page = bob.see()
    assert BANNER in said(page)
    assert "Keep this case" not in page
    for part in ("your-data", "erase"):
        assert bob.get(bob.url(part)).status_code == 404
    for part in ("erase", "keep"):
        assert bob.post(bob.url(part)).status_code == 404
    assert bob.get(bob.url("your-data") + "everything.zip").status_code == 404
    assert case_of(alice).erase_on is not None


def test_a_stranger_sees_no_such_pages(alice, charlie):
    for part in ("your-data", "erase"):
        assert charlie.get(alice.url(part)).status_code == 404
    for part in ("erase", "keep"):
        assert charlie.post(alice.url(part)).status_code == 404
    assert charlie.get(alice.url("your-data") + "everything.zip").status_code == 404


def test_a_mail_says_how_to_take_it_back_and_nothing_else(alice, committed):
    Case.objects.filter(pk=alice.case.pk).update(
        recovery_email="alice@example.org", recovery_confirmed_at=NOW
    )
    with committed():
        ask(alice)
        ask(alice)
    (message,) = mail.outbox
    assert alice.case.reference in message.body
    assert "/open/" in message.body


def test_nothing_is_erased_before_its_day(whole, committed):
    ask(whole)
    with committed():
        erasing.erase_due(at=NOW + timedelta(days=13))
    assert Case.objects.filter(pk=whole.case.pk).exists()


def test_every_table_that_belongs_to_a_case_has_something_in_it(whole):
    empty = [m._meta.label for m in whole_case.belong_to_cases() if not m._default_manager.exists()]
    assert empty == []


def test_afterwards_no_table_and_no_file_holds_a_trace(whole, committed):
    reference, key = whole.case.reference, whole.case.pk
    assert whole_case.mark_every_text() > 80
    assert len(whole_case.traces()) > 30
    Case.objects.filter(pk=key).update(erase_on=timezone.localdate(), erase_why="asked")
    with committed():
        assert erasing.erase_due(at=NOW).startswith("1 cases erased")
    assert whole_case.traces() == []
    for model in whole_case.belong_to_cases():
        assert not model._default_manager.exists(), model
    assert not Export.objects.exists()
    assert not Counted.objects.exists()
    assert whole.get(f"/cases/{key}/").status_code == 404
    assert Message.objects.get().reference == ""
    erasure = Erasure.objects.get()
    assert (erasure.reference, erasure.why) == (reference, "asked")


def test_another_case_stays_as_it_is(whole, charlie, committed):
    charlie.save("need", answers()["need"])
    versions.send(case_with(answers()), by="Norma", at=NOW, contents=contents())
    before = everything_but(whole.case)
    ask(whole)
    with committed():
        erasing.erase_due(at=LATER)
    assert everything_but(whole.case) == before
    assert charlie.row("need").history.exists()


def everything_but(case) -> dict[str, list]:
    """What every table holds of other cases."""
    theirs = {"cases.Case": {"pk": case.pk}, "cases.HistoricalAnswer": {"case_id": case.pk}}
    models = (Case, Answer, Answer.history.model, AccessLink, Version, Counted)
    return {
        model._meta.label: list(
            model.objects.exclude(**theirs.get(model._meta.label, {"case": case.pk}))
            .order_by(model._meta.pk.name)
            .values()
        )
        for model in models
    }


def test_dawn_finds_nothing_but_that_she_opened_something(whole, dawn, committed):
    version = whole.case.versions.get()
    desk = f"/admin/cases/version/{version.pk}/change/"
    ask(whole)
    assert "asked for this case to be erased" in said(dawn.get(desk).text)
    with committed():
        erasing.erase_due(at=LATER)
    assert dawn.get(desk).status_code in {302, 404}
    assert "Hazel" not in dawn.get("/admin/cases/version/").text
    page = said(dawn.get("/admin/privacy/erasure/").text)
    assert whole.case.reference in page
    assert "an owner asked for it" in page
    lines = Opening.objects.filter(kind="cases.version")
    assert {each.label for each in lines} == {"Something that was erased"}


def test_the_same_bytes_that_another_case_needs_stay(whole, charlie, committed):
    """Two papers that are the same are stored once."""
    mine = Document.objects.filter(edition__version__case=whole.case).first()
    version = whole.case.versions.get()
    version.pk, version.case_id, version.number = None, charlie.case.pk, 1
    version.save(force_insert=True)
    edition = version.editions.create(kind="sent", check_code="X")
    Document.objects.create(
        edition=edition, name="need", format="pdf", status="ready", content_hash=mine.content_hash
    )
    ask(whole)
    with committed():
        erasing.erase_due(at=LATER)
    assert default_storage.exists(mine.stored_as)


def test_a_paper_that_was_made_meanwhile_is_a_stray_and_is_erased_too(catalogue):
    default_storage.save("documents/" + "a" * 64 + ".pdf", ContentFile(b"x"))
    assert store.erase_strays(at=timezone.now()) == 0  # its row may be about to say so
    assert store.erase_strays(at=timezone.now() + timedelta(hours=2)) == 1
    assert default_storage.listdir("documents")[1] == []


def test_a_lost_link_finds_nothing_any_more(alice, committed):
    recovery.ask_to_confirm(alice.case, "alice@example.org", at=NOW)
    Case.objects.filter(pk=alice.case.pk).update(recovery_confirmed_at=NOW)
    erasing.ask(case_of(alice), at=NOW - timedelta(days=20))
    with committed():
        erasing.erase_due(at=NOW)
        mails.send_links_later("alice@example.org", at=NOW)
    assert mail.outbox == []


def test_even_that_it_was_erased_is_forgotten_after_a_year(alice, committed):
    ask(alice)
    with committed():
        erasing.erase_due(at=LATER)
        erasing.erase_due(at=LATER + timedelta(days=360))
        assert Erasure.objects.exists()
        erasing.erase_due(at=LATER + timedelta(days=370))
    assert not Erasure.objects.exists()


def test_whoever_takes_it_back_at_the_last_moment_keeps_it(alice, monkeypatch):
    ask(alice)
    due = erasing.due

    def and_then_she_presses(today):
        found = due(today)
        monkeypatch.setattr(erasing, "due", due)
        erasing.keep(case_of(alice))
        return found

    monkeypatch.setattr(erasing, "due", and_then_she_presses)
    assert erasing.erase_due(at=LATER).startswith("0 cases erased")
    assert alice.see()


def test_staff_who_delete_a_case_erase_its_files_too(whole, dawn, committed):
    get_user_model().objects.filter(username="dawn").update(is_superuser=True)
    version = whole.case.versions.get()
    values = {
        "action": "delete_with_reason",
        "index": "0",
        "_selected_action": [version.pk],
        "sure": "yes",
        "reason": "test",
        "words": "Only tried out.",
    }
    with committed():
        dawn.post("/admin/cases/version/?whose=all", values)
    assert not Case.objects.filter(pk=whole.case.pk).exists()
    assert whole_case.traces() == []
