"""The audit log says who opened what and when, to administrators, and nobody changes it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from readiness.accounts import audit, roles
from readiness.accounts.models import Opening
from readiness.accounts.paging import MOST
from tests.accounts.staff import Staff, member
from tests.people import Person, said

pytestmark = pytest.mark.django_db

LOG = "/admin/accounts/opening/"


@pytest.fixture
def ada():
    person = Staff()
    person.user = member("ada", roles.ADMINISTRATOR, step=False)
    person.sign_in(person.user)
    return person


def test_a_line_says_who_what_and_when(ada):
    dawn = member("dawn", roles.CONSULTANT, step=False, first_name="Dawn")
    at = timezone.now() - timedelta(days=3)
    line = audit.note_opening(dawn, ada.user, at)
    assert (line.user, line.deed, line.label, line.at) == (dawn, "opened", "ada", at)
    assert (line.kind, line.key) == ("accounts.user", str(ada.user.pk))
    assert str(line) == "Dawn opened: ada"
    words = said(ada.get(LOG).text)
    assert "Dawn opened ada member of staff" in words


def test_a_kind_of_thing_that_is_gone_is_no_error(ada):
    for kind in ("cases.gone", "gone", ""):
        Opening.objects.create(user=ada.user, kind=kind, key="1", label="A thing")
    assert "opened A thing cases.gone" in said(ada.get(LOG).text)


def test_its_page_is_named_and_its_times_are_written_in_our_words(ada):
    audit.note_opening(ada.user, ada.user, datetime(2027, 1, 4, 15, 7, tzinfo=UTC))
    page = ada.get(LOG).text
    assert "<title>Audit log | " in page
    assert "<h1>Audit log</h1>" in page
    assert "4 Jan 2027, 15:07" in said(page)


def test_a_very_long_or_hostile_name_fits_the_line(ada):
    ada.user.first_name = "<script>" + "x" * 142
    ada.user.last_name = "y" * 150
    line = audit.note_opening(ada.user, ada.user, timezone.now())
    assert len(line.label) == 240
    assert "<script>xx" not in ada.get(LOG).text


@pytest.mark.parametrize(
    ("minutes", "lines"), [([0, 1, 59], 1), ([0, 60], 2), ([0, 59, 90, 130], 2)]
)
def test_who_opens_the_same_again_within_the_hour_has_one_line_for_it(ada, minutes, lines):
    eve, now = member("eve", step=False), timezone.now()
    for after in minutes:
        audit.note_opening(ada.user, eve, now + timedelta(minutes=after))
    assert Opening.objects.count() == lines


def test_another_person_thing_or_deed_has_a_line_of_its_own(ada):
    eve, now = member("eve", step=False), timezone.now()
    audit.note_opening(ada.user, eve, now)
    audit.note_opening(eve, eve, now)
    audit.note_opening(ada.user, ada.user, now)
    for _twice in range(2):
        audit.note_exports(ada.user, [eve, ada.user], now)
    deeds = list(Opening.objects.order_by("pk").values_list("deed", flat=True))
    assert deeds == ["opened"] * 3 + ["exported"] * 2


def test_each_change_of_an_account_is_kept(ada):
    for _twice in range(2):
        audit.note(ada.user, Opening.Deed.CHANGED, ada.user, timezone.now())
    assert Opening.objects.count() == 2


def test_no_address_is_kept():
    assert {field.name for field in Opening._meta.fields} == {
        *("id", "user", "deed", "kind", "key", "label", "words", "at")
    }


def test_a_line_stays_when_the_case_goes(alice):
    dawn = member("dawn", roles.CONSULTANT, step=False)
    audit.note_opening(dawn, alice.case, timezone.now())
    reference = alice.case.reference
    alice.case.delete()
    assert Opening.objects.get().label == reference


def many(user, number, what="thing"):
    now = timezone.now()
    Opening.objects.bulk_create(
        Opening(user=user, kind="cases.case", key=str(n), label=f"{what} {n}", at=now)
        for n in range(number)
    )


def test_a_page_takes_as_few_questions_for_many_lines_and_counts_none_to_the_end(ada):
    many(ada.user, 3)
    ada.get(LOG)
    counts = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert ada.get(LOG).status_code == 200
        counts.append(len(asked))
        many(ada.user, 300)
    assert counts[0] == counts[1] <= 8
    assert not [each["sql"] for each in asked if "COUNT(" in each["sql"]]
    assert [each["sql"] for each in asked if f"LIMIT {MOST + 1}" in each["sql"]]


def test_it_is_leafed_filtered_and_searched(ada):
    eve = member("eve", roles.CONSULTANT, step=False)
    many(ada.user, 150)
    audit.note_opening(eve, ada.user, timezone.now() - timedelta(days=40))
    assert "thing 149" in ada.get(LOG).text
    assert "thing 149" not in ada.get(f"{LOG}?p=2").text
    assert "eve" in said(ada.get(f"{LOG}?p=2").text)
    only = said(ada.get(f"{LOG}?user__id__exact={eve.pk}").text)
    assert "thing" not in only
    assert "thing 7 " in said(ada.get(f"{LOG}?q=thing 7").text)


def test_nobody_changes_or_deletes_a_line_not_even_a_superuser(ada):
    line = audit.note_opening(ada.user, ada.user, timezone.now())
    root = Person()
    root.sign_in(get_user_model().objects.create_superuser("root", password="x"))
    for person in (ada, root):
        assert person.post(f"{LOG}{line.pk}/change/", {"label": "x"}).status_code == 403
        assert person.post(f"{LOG}{line.pk}/delete/", {"post": "yes"}).status_code == 403
        assert person.get(f"{LOG}add/").status_code == 403
        person.post(LOG, {"action": "delete_selected", "_selected_action": [line.pk], "post": "y"})
    line.refresh_from_db()
    assert line.label == "ada"
