"""Alice never starts stage 3 or 4 from an empty page: her own answers make the first rows."""

import pytest

from tests.cases.builders import later_answers
from tests.people import answers, faults_on, value_in

OUTCOMES = [row["outcome"] for row in answers()["outcomes"]["rows"]]


def boxes(person, step, name):
    page = person.see(step)
    found = [value_in(page, f"{step}-{n}-{name}") for n in range(15)]
    return [text for text in found if text is not None]


def test_the_first_requirements_are_her_outcomes(done):
    assert boxes(done, "requirements", "requirement")[: len(OUTCOMES)] == OUTCOMES


def test_the_outcome_that_a_requirement_serves_is_offered_by_its_words(done):
    page = done.see("requirements")
    assert f'<option value="1" selected>1. {OUTCOMES[0]}' in page
    assert "Outcome 5" not in page


def test_the_notes_name_what_is_to_be_asked_in_her_nation(done):
    notes = value_in(done.see("assurance"), "assurance-notes")
    assert notes.startswith("Ask suppliers about:\n")


@pytest.mark.parametrize(
    ("style", "months"),
    [
        ("pilot", ["12 2026", "1 2027", "1 2027", "4 2027", "4 2027"]),
        ("phased", ["12 2026", "1 2027", "1 2027", "3 2027", "4 2027"]),
        ("all-at-once", ["11 2026", "12 2026", "12 2026", "1 2027", "4 2027"]),
    ],
)
def test_the_first_dates_come_from_the_style_and_the_start_of_the_plan(done, style, months):
    done.save("plan", {**later_answers()["plan"], "style": style, "start": "2027-01"})
    assert boxes(done, "milestones", "when") == months


def test_without_a_start_no_date_is_made_up(done):
    assert boxes(done, "milestones", "when") == [""]  # one row to fill in


def test_each_outcome_has_somebody_to_look_three_months_after_the_start(done):
    done.save("plan", {**later_answers()["plan"], "start": "2027-11"})
    assert boxes(done, "tracking", "first_review") == ["2 2028"] * len(OUTCOMES)


def test_what_she_keeps_is_hers_and_is_not_suggested_again(done):
    done.save("requirements", {"rows": later_answers()["requirements"]["rows"][1:2]})
    assert boxes(done, "requirements", "requirement") == ["It works when the Wi-Fi is down."]


def test_an_outcome_is_looked_after_once(done):
    row = later_answers()["tracking"]["rows"][0]
    answer = done.save("tracking", {"rows": [row, row]})
    assert faults_on(answer.text) == ["Choose each outcome only once"]


def test_a_case_is_sent_without_stages_3_and_4(done):
    assert "Go on to send" in done.see("check")
    assert "What you need from it" not in done.see("check")


def test_every_step_of_stages_3_and_4_is_saved_and_read_again(done):
    for step, kept in later_answers().items():
        done.save(step, kept)
        assert done.kept(step) == kept
    page = done.see("check")
    assert "It works when the Wi-Fi is down." in page
    assert "Medicine errors rise" in page
