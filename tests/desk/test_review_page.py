"""Dawn reviews a version on its page: she takes it, comments, asks, approves; Alice sees what she says."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core import mail
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import escape

from readiness.accounts.models import Opening
from readiness.cases import news, versions
from readiness.cases.models import Version
from readiness.catalogue.contents import contents
from tests.desk.at_the_desk import HOSTILE, comment, page
from tests.people import Person, answers, said, value_in


@pytest.fixture
def eve(catalogue):
    """Another consultant."""
    user = get_user_model().objects.create_user("eve", is_staff=True, first_name="Eve")
    user.user_permissions.add(Permission.objects.get(codename="view_version"))
    person = Person()
    person.sign_in(user)
    return person


def send(person):
    return versions.send(person.case, by="Alice", at=timezone.now(), contents=contents())


def move(person, version, verb, **said_with):
    values = {"turn": version.turn, **said_with}
    return person.post(f"/admin/cases/version/{version.pk}/move/{verb}/", values)


def take(person, version):
    assert move(person, version, "take").status_code == 302
    version.refresh_from_db()


ASK = {"steps": ["need", "costs"], "words": HOSTILE}
TODAY = timezone.localdate()
APPROVE = {"name": "Dawn Reed", "role": "Consultant", "on": TODAY.isoformat(), "sure": "on"}


def test_what_waits_can_be_taken_handed_over_or_closed(dawn, sent):
    words = said(page(dawn, sent).text)
    for press in ("Take it: I review this", "Hand it over", "Close it, with a reason"):
        assert press in words
    assert "Approve it" not in words


def test_where_there_is_no_figure_words_say_why(dawn, sent):
    words = said(page(dawn, sent).text)
    assert "not within these years · 17 months · 13 months" in words
    assert "cash alone: low, likely, high not within these years Minutes" in words
    assert "Carry on as now £0 0 no hours £0 £0" in words


def test_of_two_consultants_the_second_is_told_and_nothing_is_lost(dawn, eve, sent):
    take(dawn, Version.objects.get(pk=sent.pk))
    answer = move(eve, sent, "close", words="I think that this is spam.")
    assert answer.status_code == 422
    assert "dawn took it" in said(answer.text)
    assert "I think that this is spam." in answer.text
    sent.refresh_from_db()
    assert sent.status == "in-review"


def test_alice_sees_what_to_change_and_in_which_steps_until_she_changed_it(dawn, done, sent):
    take(dawn, sent)
    assert move(dawn, sent, "ask-for-changes", **ASK).status_code == 302
    tasks = done.see()
    assert escape(HOSTILE) in tasks
    assert HOSTILE not in tasks
    assert tasks.count("Change asked for") == 2
    assert "Changes asked for" in tasks
    done.save("need", answers({"need": {"problem": "Notes are written twice."}})["need"])
    assert done.see().count("Change asked for") == 1


@pytest.mark.parametrize(("verb", "words"), [("ask-for-changes", ASK), ("approve", APPROVE)])
def test_alice_is_told_by_mail_where_she_confirmed_an_address(
    dawn, done, sent, verb, words, django_capture_on_commit_callbacks
):
    done.case.set_recovery_email("alice@example.org")
    done.case.confirm_recovery_email("alice@example.org", at=timezone.now())
    take(dawn, sent)
    with django_capture_on_commit_callbacks(execute=True):
        assert move(dawn, sent, verb, **words).status_code == 302
    (told,) = mail.outbox
    assert told.to == ["alice@example.org"]
    assert done.case.reference in told.body
    assert "alert" not in told.body
    assert "Dawn" not in told.body


def test_a_move_is_there_with_its_news_or_not_at_all(dawn, done, sent, monkeypatch):
    """As where the process is killed between the two."""

    def killed(*_given, **_more):
        raise SystemExit

    done.case.set_recovery_email("alice@example.org")
    done.case.confirm_recovery_email("alice@example.org", at=timezone.now())
    monkeypatch.setattr(news.mails, "send_later", killed)
    with pytest.raises(SystemExit):
        move(dawn, sent, "close", words="Sent twice.")
    sent.refresh_from_db()
    assert (sent.status, sent.moves.count()) == ("waiting", 0)


def test_nobody_is_told_where_no_address_was_confirmed(
    dawn, done, sent, django_capture_on_commit_callbacks
):
    done.case.set_recovery_email("alice@example.org")
    take(dawn, sent)
    with django_capture_on_commit_callbacks(execute=True):
        move(dawn, sent, "ask-for-changes", **ASK)
    assert not mail.outbox


def test_whoever_closes_and_reopens_again_and_again_fills_no_letter_box(
    dawn, done, sent, django_capture_on_commit_callbacks
):
    done.case.set_recovery_email("alice@example.org")
    done.case.confirm_recovery_email("alice@example.org", at=timezone.now())
    shown = []
    for _time in range(5):
        with django_capture_on_commit_callbacks(execute=True):
            move(dawn, sent, "close", words="Sent twice.")
        shown.append(said(page(dawn, sent).text))
        sent.refresh_from_db()
        move(dawn, sent, "reopen")
        sent.refresh_from_db()
    assert len(mail.outbox) == 3
    told = ["A mail goes to the owner." in words for words in shown]
    assert told == [True, True, True, False, False]
    assert "No mail went to the owner, who had 3 since yesterday." in shown[-1]
    # The link in the last mail is the one that works.
    last = mail.outbox[-1].body.partition("8000")[2].split()[0]
    assert Person().post(last).headers["Location"] == f"/cases/{done.case.pk}/"


def test_an_approved_version_says_by_whom_on_both_sides(dawn, done, sent):
    take(dawn, sent)
    assert move(dawn, sent, "approve", **APPROVE).status_code == 302
    assert f"Dawn Reed, Consultant, on {date_format(TODAY, 'j F Y')}" in said(page(dawn, sent).text)
    assert f"Dawn Reed, Consultant, on {date_format(TODAY, 'j F Y')}" in said(done.see())
    assert list(sent.editions.values_list("kind", flat=True).order_by("pk")) == ["sent", "reviewed"]


def test_she_gives_her_role_once_and_not_each_time(dawn, done, sent):
    take(dawn, sent)
    assert value_in(page(dawn, sent).text, "role") == ""
    move(dawn, sent, "approve", **APPROVE)
    done.save("need", answers({"need": {"problem": "Notes are written twice."}})["need"])
    newer = send(done)
    take(dawn, newer)
    assert value_in(page(dawn, newer).text, "role") == "Consultant"


def test_what_cannot_be_undone_says_so_and_looks_so(dawn, sent):
    take(dawn, sent)
    text = page(dawn, sent).text
    assert re.findall(r'class="button final">([^<]*)<', text) == ["Approve"]
    assert said(text).count("This cannot be undone.") == 1


@pytest.mark.parametrize(
    ("verb", "words"),
    [
        ("ask-for-changes", {"steps": ["no-such-step"], "words": "x"}),
        ("ask-for-changes", {"words": "x"}),
        ("approve", {**APPROVE, "on": "yesterday"}),
        ("approve", {**APPROVE, "name": ""}),
        ("approve", {**APPROVE, "sure": ""}),
        ("close", {"words": " "}),
        ("hand-over", {"to": "999999"}),
        ("hand-over", {}),
    ],
)
def test_what_is_missing_or_wrong_is_said_and_what_was_written_stays(dawn, sent, verb, words):
    take(dawn, sent)
    answer = move(dawn, sent, verb, **words)
    assert answer.status_code == 422
    assert "It was not done." in said(answer.text)
    sent.refresh_from_db()
    assert sent.status == "in-review"


@pytest.mark.parametrize("verb", ["sell", "delete", "APPROVE"])
def test_there_is_no_such_move(dawn, sent, verb):
    assert move(dawn, sent, verb).status_code == 404


def test_dawn_reads_what_changed_since_she_last_judged_it_word_by_word(dawn, done, sent):
    take(dawn, sent)
    move(dawn, sent, "ask-for-changes", **ASK)
    before = answers()["need"]["problem"]
    done.save("need", answers({"need": {"problem": f"{before} Truly."}})["need"])
    costs = answers()["costs"]["rows"]
    done.save("costs", {"rows": [{**costs[0], "label": "A new first line"}, *costs]})
    newer = send(done)
    text = page(dawn, newer).text
    words = said(text)
    assert "Changed since version 1" in words
    assert "1 word added" in words
    assert "added: Truly." in words.replace("  ", " ")
    assert "A new first line" in words
    assert "Figures that differ" in words


def test_any_two_versions_stand_side_by_side(dawn, done, sent):
    done.save("organisation", answers({"organisation": {"name": "Renamed"}})["organisation"])
    newer = send(done)
    for one, other in ((sent, newer), (newer, sent)):
        text = dawn.get(f"/admin/cases/version/{one.pk}/compare/?with={other.number}").text
        assert "Renamed" in text
        assert "versions 1 and 2" in said(text)
    for wrong in ("9", "x", "", "-1", "99999999999"):
        address = f"/admin/cases/version/{newer.pk}/compare/?with={wrong}"
        assert dawn.get(address).status_code == 404


STRANGE = ["move/take/", "comment/", "note/", "compare/?with=1"]


@pytest.mark.parametrize("part", STRANGE)
def test_only_consultants_come_near(done, sent, part):
    nobody = get_user_model().objects.create_user("frank", is_staff=True)
    frank = Person()
    frank.sign_in(nobody)
    address = f"/admin/cases/version/{sent.pk}/{part}"
    ask = "get" if "compare" in part else "post"
    assert getattr(frank, ask)(address).status_code == 403
    assert getattr(done, ask)(address).status_code == 302
    sent.refresh_from_db()
    assert sent.turn == 0


def test_who_opened_a_case_or_its_paper_is_noted(dawn, sent):
    page(dawn, sent)
    dawn.get(f"/review/{sent.pk}/business-case.csv")
    dawn.get(f"/admin/cases/version/{sent.pk}/compare/?with=1")
    noted = Opening.objects.values_list("kind", "key", "user__username")
    assert list(noted) == [("cases.version", str(sent.pk), "dawn")]


def test_only_the_steps_of_the_version_can_be_asked_to_change(dawn, sent):
    take(dawn, sent)
    text = page(dawn, sent).text
    assert 'value="anxiety-cost-much"' in text
    assert 'value="anxiety-replace-people"' not in text


def test_a_version_from_before_answers_were_kept_as_read_opens_too(dawn, sent):
    del sent.snapshot["read"]
    Version.objects.filter(pk=sent.pk).update(snapshot=sent.snapshot)
    assert answers()["need"]["problem"] in said(page(dawn, sent).text)
    assert comment(dawn, sent).status_code == 302
