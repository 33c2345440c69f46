"""Dawn, a consultant, takes cases with her: one as a file, many in a ZIP made behind the page."""

import csv
import json
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.test import override_settings
from django.utils import timezone

from readiness.accounts import second_step
from readiness.accounts.models import Opening
from readiness.cases import case_file, versions
from readiness.cases.models import Version
from readiness.catalogue.contents import contents
from readiness.desk import exports
from readiness.reports import pdf
from readiness.reports.models import Export
from tests.people import Person, answers, case_with, said

# What is put in the queue stays there.
NOBODY_WORKS = override_settings(
    TASKS={"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
)


@pytest.fixture
def drawn(monkeypatch):
    """Each paper that is drawn, as HTML; drawing one takes no time."""
    papers = []

    def draw(html, **_more):
        if "Broken Home" in html:
            raise pdf.RenderFailed("The document took too long.", detail="clock")
        papers.append(html)
        return b"%PDF-1.7 stand-in"

    monkeypatch.setattr(pdf, "render", draw)
    return papers


@pytest.fixture
def user(dawn):
    return get_user_model().objects.get(username="dawn")


@pytest.fixture
def eve(dawn):
    """Another consultant."""
    return get_user_model().objects.create_user("eve", is_staff=True)


def sent(name="Hazel Court Care"):
    case = case_with(answers({"organisation": {"name": name}}))
    return versions.send(case, by="Alice", at=timezone.now(), contents=contents())


def fetched(person, export):
    """The ZIP as it is fetched: what is in each file, by name."""
    answer = person.get(f"/admin/exports/{export.pk}/cases.zip")
    assert answer.status_code == 200
    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def listed(files):
    return list(csv.DictReader(StringIO(files["list.csv"].decode("utf-8-sig"))))


def test_she_takes_a_chosen_set_with_everything_of_each_case(dawn, user, drawn):
    one, two = sent(), sent("Larch House")

    export = exports.begin([one, two], user)
    page = dawn.get(f"/admin/exports/{export.pk}/")
    files = fetched(dawn, export)

    assert "Your export of 2 cases is ready." in said(page.text)
    assert "Refresh" not in page.headers
    folder = f"larch-house-{two.case.reference}-v1"
    assert {name for name in files if name.startswith("larch")} == {
        f"{folder}/case.json",
        f"{folder}/figures.csv",
        f"{folder}/business-case.pdf",
    }
    assert files[f"{folder}/business-case.pdf"] == b"%PDF-1.7 stand-in"
    assert b"whole_life_cost" in files[f"{folder}/figures.csv"]
    assert json.loads(files[f"{folder}/case.json"])["reference"] == two.case.reference
    assert [row["organisation"] for row in listed(files)] == ["Hazel Court Care", "Larch House"]
    assert len(drawn) == 2


def test_a_choice_made_as_a_query_is_taken_in_its_order(user, drawn):
    one, two = sent("B"), sent("A")
    export = exports.begin(Version.objects.order_by("organisation"), user)
    assert export.versions == [two.pk, one.pk]


def test_a_paper_that_fails_is_named_in_the_list_and_the_others_are_there(dawn, user, drawn):
    broken, whole = sent("Broken Home"), sent()

    files = fetched(dawn, exports.begin([broken, whole], user))

    first, second = listed(files)
    assert first["business_case"] == "The document took too long."
    assert second["business_case"] == "business-case.pdf"
    assert sum(name.endswith(".pdf") for name in files) == 1
    assert sum(name.endswith("case.json") for name in files) == 2


def test_a_case_that_is_deleted_meanwhile_is_said_in_the_list(dawn, user, drawn):
    gone, there = sent(), sent("Larch House")
    with NOBODY_WORKS:
        export = exports.begin([gone, there], user)
    gone.case.delete()
    exports.make_next(export.pk)

    files = fetched(dawn, export)

    assert [row["reference"] for row in listed(files)] == [
        "A case was deleted meanwhile.",
        there.case.reference,
    ]


def test_the_page_says_how_far_it_is_and_looks_again_by_itself(dawn, user, drawn):
    with NOBODY_WORKS:
        export = exports.begin([sent(), sent("Larch House")], user)
        exports.make_next(export.pk)

    page = dawn.get(f"/admin/exports/{export.pk}/")

    assert "1 of 2 cases are done." in said(page.text)
    assert page.headers["Refresh"] == "3"
    assert dawn.get(f"/admin/exports/{export.pk}/cases.zip").status_code == 404
    still = dawn.get(f"/admin/exports/{export.pk}/?still")
    assert "Refresh" not in still.headers
    assert "Look again" in said(still.text)


def test_what_a_restart_left_behind_is_taken_up_again_where_it_stopped(dawn, user, drawn):
    with NOBODY_WORKS:
        export = exports.begin([sent(), sent("Larch House")], user)
        exports.make_next(export.pk)
    Export.objects.update(changed_at=timezone.now() - timedelta(minutes=10))

    page = dawn.get(f"/admin/exports/{export.pk}/")

    assert "ready" in said(page.text)
    assert len(drawn) == 2


def test_of_two_who_make_the_same_export_one_stops(user, drawn):
    with NOBODY_WORKS:
        export = exports.begin([sent()], user)
    now = timezone.now()
    assert not export.take(at=now)
    assert export.one_more(at=now)
    assert not export.one_more(at=now)


def test_an_export_that_was_not_made_is_tried_again_by_a_press(dawn, user, drawn, monkeypatch):
    def full(*_args):
        raise OSError("No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(exports, "_stored", full)
        export = exports.begin([sent()], user)
    page = f"/admin/exports/{export.pk}/"
    assert "The export could not be made." in said(dawn.get(page).text)

    assert dawn.post(page).headers["Location"] == page

    assert "ready" in said(dawn.get(page).text)
    assert len(drawn) == 1


def test_an_export_is_erased_after_a_day_with_its_file(dawn, user, drawn):
    export = exports.begin([sent()], user)
    export.refresh_from_db()
    Export.objects.update(asked_at=timezone.now() - timedelta(hours=25))

    assert dawn.get(f"/admin/exports/{export.pk}/").status_code == 404
    assert not default_storage.exists(export.stored_as)
    assert not Export.objects.exists()


@pytest.mark.parametrize(("number", "words"), [(0, "Choose the cases"), (501, "Choose 500 cases")])
def test_none_and_too_many_are_said(user, number, words):
    with pytest.raises(exports.NotExported, match=words):
        exports.begin([Version(pk=n) for n in range(number)], user)


@NOBODY_WORKS
def test_nobody_fills_the_queue_so_that_others_wait(user, eve):
    version = sent()
    for _time in range(exports.AT_ONCE):
        exports.begin([version], user)
    with pytest.raises(exports.NotExported, match="Wait until one of your other exports is ready"):
        exports.begin([version], user)
    assert exports.begin([version], eve).status == Export.Status.MAKING
    Export.objects.filter(asked_by=user).update(status=Export.Status.FAILED)
    assert exports.begin([version], user)


def test_names_are_no_formulas_and_no_ways_out_of_the_folder(dawn, user, drawn):
    sent("=cmd|' /C calc'!A1")
    sent("../../etc/passwd")

    files = fetched(dawn, exports.begin(Version.objects.order_by("pk"), user))

    assert [row["organisation"] for row in listed(files)] == [
        "'=cmd|' /C calc'!A1",
        "../../etc/passwd",
    ]
    assert not [name for name in files if name.startswith(("/", ".")) or ".." in name]


def test_what_was_sent_of_a_case_can_be_imported_again(dawn, done):
    version = sent()
    answer = dawn.get(f"/admin/versions/{version.pk}/case.json")

    again = case_file.imported(answer.text, at=timezone.now())

    assert f'filename="{version.case.reference}-v1.json"' in answer.headers["Content-Disposition"]
    copy = versions.send(again, by="Import", at=timezone.now(), contents=contents())
    assert copy.snapshot["answers"] == version.snapshot["answers"]


def test_she_finds_her_exports_again_and_nobody_elses(dawn, user, drawn):
    assert "You have no exports at the moment." in said(dawn.get("/admin/exports/").text)
    export = exports.begin([sent(), sent("Larch House")], user)
    other = get_user_model().objects.create_user("dilip", is_staff=True)
    Export.objects.create(asked_by=other, versions=[1, 2, 3])

    page = dawn.get("/admin/exports/").text

    assert f'href="/admin/exports/{export.pk}/"' in page
    assert "2 cases" in said(page)
    assert "3 cases" not in said(page)


def test_the_audit_log_names_each_case_that_was_taken(dawn, user, drawn):
    one, two = sent(), sent("Larch House")
    dawn.get(f"/admin/versions/{one.pk}/case.json")
    exports.begin([one, two], user)

    lines = Opening.objects.filter(user=user).order_by("pk").values_list("deed", "label")
    assert list(lines) == [("exported", str(one)), ("exported", str(two))]


def test_the_list_says_by_the_clock_on_the_wall_when_a_case_was_sent(dawn, user, drawn):
    version = sent()
    Version.objects.filter(pk=version.pk).update(sent_at=datetime(2027, 6, 1, 12, 5, tzinfo=UTC))
    (row,) = listed(fetched(dawn, exports.begin([version], user)))
    assert row["sent"] == "2027-06-01 13:05"


def test_an_export_is_for_whoever_asked_for_it(dawn, user, drawn):
    export = exports.begin([sent()], user)
    other = get_user_model().objects.create_user("dilip", is_staff=True)
    other.user_permissions.add(Permission.objects.get(codename="view_version"))
    person = Person()
    second_step.set_up(other)
    person.sign_in(other)
    for address in ("", "cases.zip"):
        assert person.get(f"/admin/exports/{export.pk}/{address}").status_code == 404


@pytest.mark.parametrize("staff", [None, False, True])
def test_whoever_may_not_look_does_not(dawn, user, drawn, staff):
    version = sent()
    export = exports.begin([version], user)
    person = Person()
    if staff is not None:
        person.sign_in(get_user_model().objects.create_user("eve", is_staff=staff))
    for address in (
        "/admin/exports/",
        f"/admin/exports/{export.pk}/",
        f"/admin/exports/{export.pk}/cases.zip",
        f"/admin/versions/{version.pk}/case.json",
    ):
        answer = person.get(address)
        assert answer.status_code in {302, 403}
        assert "Hazel" not in answer.text
