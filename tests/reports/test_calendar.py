"""The dates of a plan go into any calendar, whatever was typed, and move when the plan does."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.reports.begun import NotBegun
from readiness.reports.calendar import calendar, escaped, folded
from readiness.reports.context import Edition
from tests.cases.builders import TODAY, complete_answers, contents, facts_of, later_answers
from tests.people import Person, answers, case_with
from tests.reports.states import HOSTILE

EDITION = Edition("HAZEL234", TODAY)
many = settings(max_examples=100, deadline=None, database=None)


def made(changes=None):
    later = later_answers()
    for step, fields in (changes or {}).items():
        later[step] = {**later[step], **fields}
    return calendar(facts_of(complete_answers() | later), contents(), EDITION)


def entries(file: bytes) -> list[dict[str, str]]:
    """The entries as any calendar reads them: lines joined, then names and values."""
    text = file.decode().replace("\r\n ", "")
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)\r\nEND:VEVENT", text, re.DOTALL)
    return [dict(line.split(":", 1) for line in each.split("\r\n")) for each in found]


def meant(value: str) -> str:
    """A value without its escapes."""
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], value)


def milestone(what, when="2027-10"):
    return {"milestones": {"rows": [{"what": what, "who": "Sam", "when": when}]}}


def test_every_date_is_a_whole_day_on_the_first_of_its_month_and_says_so():
    found = entries(made())
    assert [each["DTSTART;VALUE=DATE"] for each in found] == [
        "20270701",
        *["20270901"] * 2,
        *["20271201"] * 2,
    ]
    first = found[0]
    assert first["DTEND;VALUE=DATE"] == "20270702"
    assert first["SUMMARY"] == "In July 2027: Wi-Fi checked in both buildings"
    assert "names the month and not the day" in meant(first["DESCRIPTION"])
    assert first["TRANSP"] == "TRANSPARENT"
    assert meant(found[1]["DESCRIPTION"]).startswith("Who: Grace Bell, registered manager\n")


def test_the_file_begins_and_ends_as_the_standard_asks():
    file = made()
    assert file.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert file.endswith(b"\r\nEND:VCALENDAR\r\n")
    assert file.count(b"\n") == file.count(b"\r\n") == file.count(b"\r")
    for entry in entries(file):
        assert {"UID", "DTSTAMP"} <= entry.keys()
        assert re.fullmatch(r"[0-9]{8}T[0-9]{6}Z", entry["DTSTAMP"])


def test_an_entry_keeps_its_name_when_its_month_or_its_owner_changes():
    before, after = (entries(made(milestone("Wi-Fi", when))) for when in ("2027-10", "2028-02"))
    assert {each["UID"] for each in before} == {each["UID"] for each in after}
    styles = (entries(made({"plan": {"style": style}})) for style in ("pilot", "phased"))
    assert len({each["UID"] for found in styles for each in found}) == len(before) + 2


def test_no_two_entries_share_a_name_even_where_their_words_are_the_same():
    row = {"what": "Meet", "who": "Sam", "when": "2027-10"}
    found = entries(made({"milestones": {"rows": [row, {**row, "when": "2027-11"}, row]}}))
    assert len({each["UID"] for each in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        "a;b,c\\d\\n\nEND:VEVENT",
        "\r\nATTACH:http://127.0.0.1/x",
        "\u2028BEGIN:VALARM\x00\x1b",
        "\ud800",
    ],
)
def test_what_was_typed_stays_within_its_value(text):
    found = entries(made(milestone(text)))
    assert len(found) == 3
    for each in found:
        assert each.keys() == {
            *("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"),
            *("SUMMARY", "DESCRIPTION", "TRANSP"),
        }


@many
@given(st.text())
def test_no_line_is_longer_than_the_standard_lets_it_and_no_letter_is_split(text):
    line = f"SUMMARY:{escaped(text)}"
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert all(after.startswith(" ") for _before, after in pairwise(pieces))
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line


@many
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_what_was_typed_is_read_back_as_it_was(text):
    assert meant(escaped(text)) == text


def test_a_plan_without_a_date_says_what_to_answer():
    given = {"people-change": later_answers()["people-change"]}
    with pytest.raises(NotBegun, match=r"There are no dates yet\. First answer “How you will go"):
        calendar(facts_of(given), contents(), EDITION)


@pytest.mark.django_db
def test_it_is_kept_as_a_file_under_a_safe_name_and_never_shown_as_a_page(catalogue):
    person = Person()
    given = answers({"organisation": {"name": '../Hazel "Court"\r\n; é'}}) | later_answers()
    person.join(case_with(given))
    answer = person.get(f"/cases/{person.case.pk}/roll-out-plan.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert re.fullmatch(
        r'attachment; filename="hazel-court-e-roll-out-plan-[A-Z0-9]{8}-draft.ics"',
        answer["Content-Disposition"],
    )
    assert b"".join(answer).startswith(b"BEGIN:VCALENDAR")
    assert person.get(f"/cases/{person.case.pk}/business-case.ics").status_code == 404
