"""Alice records what her board decided, and nothing that she recorded is ever changed."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from readiness.cases import check_codes, versions
from readiness.cases.models import AccessLink, Decision, Edition
from readiness.catalogue.contents import contents
from tests.people import Person, faults_on, said, value_in


@pytest.fixture
def sent(done):
    """Alice, whose case was sent."""
    versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    return done


def today():
    day = timezone.localdate()
    return f"{day.day} {day.month} {day.year}"


def record(person, **typed):
    """Fill in the page and press the button."""
    given = {"outcome": "agreed", "decided_on": today()} | typed
    posted = {f"decision-{name}": text for name, text in given.items()}
    return person.post(person.url("decision"), {"version": "1", **posted})


def test_a_decision_is_shown_on_the_task_list(sent):
    assert "Record what it decided" in sent.see()
    answer = record(sent)
    assert answer.headers["Location"] == sent.url()
    page = said(sent.see())
    assert "Recorded. The business case now says what was decided." in page
    assert "The board’s decision of" in page


def test_before_anything_was_sent_there_is_nothing_to_decide_on(done):
    assert done.get(done.url("decision")).headers["Location"] == done.url("submit")


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        ({"outcome": ""}, ["Choose what the board decided"]),
        ({"decided_on": ""}, ["Enter the day"]),
        ({"decided_on": "31 2 2027"}, ["The day must be a real day, like 14 March 2028"]),
        ({"decided_on": "1 1 2199"}, ["The day must be today or before"]),
        ({"outcome": "conditions"}, ["Enter the conditions"]),
        ({"outcome": "put-off"}, ["Enter the month until which it is put off"]),
        ({"outcome": "put-off", "until": "soon"}, ["The month until which it is put off must be"]),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(sent, typed, faults):
    answer = record(sent, review="5 2199", **typed)
    for found, expected in zip(faults_on(answer.text), faults, strict=True):
        assert found.startswith(expected)
    assert 'value="5 2199"' in answer.text
    assert not Decision.objects.exists()


def test_recording_again_and_again_is_slowed_and_loses_no_words(sent):
    for _time in range(20):
        assert record(sent).status_code == 302
    page = record(sent, outcome="conditions", conditions="Only with a trial.").text
    assert faults_on(page) == ["Wait an hour, then try again. It was recorded many times"]
    assert value_in(page, "decision-conditions") == "Only with a trial."


def test_a_day_before_the_version_was_sent_is_refused(sent):
    (fault,) = faults_on(record(sent, decided_on="14 March 2020").text)
    assert "when this version was sent, or later" in fault


def test_what_belongs_to_another_decision_is_let_go_of(sent):
    record(sent, outcome="declined", conditions="A cheaper tablet.", until="5 2028")
    decision = Decision.objects.get()
    assert (decision.conditions, decision.until) == ("", "")


def test_a_decision_that_was_recorded_wrongly_is_recorded_again(sent):
    record(sent)
    assert "If that was wrong, record it again." in sent.see("decision")
    record(sent, outcome="conditions", conditions="Ask the night staff first.")
    first, second = Edition.objects.filter(kind="decided").order_by("made_at")
    assert first.check_code != second.check_code
    assert first.decision.outcome == "agreed"
    assert "Agreed with conditions" in sent.see()


def test_the_code_of_each_paper_is_known_to_the_public_page(sent):
    record(sent)
    edition = Edition.objects.get(kind="decided")
    assert check_codes.edition_of(sent.case.reference, edition.check_code) == edition


def test_a_version_that_was_sent_meanwhile_is_not_decided_by_mistake(sent):
    changed = dict(sent.kept("control"), how="They are asked each morning.")
    sent.save("control", changed)
    versions.send(sent.case, by="Bob", at=timezone.now(), contents=contents())
    answer = record(sent, review="5 2199")
    assert "Another version was sent meanwhile." in answer.text
    assert 'value="5 2199"' in answer.text
    assert not Decision.objects.exists()


@pytest.mark.parametrize("role", [AccessLink.Role.EDITOR, AccessLink.Role.READER])
def test_only_an_owner_records_a_decision(sent, role):
    other = Person()
    other.join(sent.case, label="a colleague", role=role)
    assert other.get(other.url("decision")).status_code in {403, 404}
    assert record(other).status_code in {403, 404}
    assert not Decision.objects.exists()


def test_a_stranger_does_not_learn_that_there_is_a_case(sent, charlie):
    assert charlie.get(sent.url("decision")).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"outcome": "perhaps"},
        {"outcome": "agreed", "conditions": "Some"},
        {"outcome": "conditions"},
        {"outcome": "put-off"},
        {"outcome": "declined", "until": "2028-05"},
    ],
)
def test_the_database_refuses_a_decision_that_cannot_be(sent, wrong):
    version = versions.newest_of(sent.case)
    edition = check_codes.make_edition(version, Edition.Kind.DECIDED, at=timezone.now(), says=wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.create(
            version=version, edition=edition, decided_on="2028-03-01", recorded_by="x", **wrong
        )


def test_a_consultant_sees_it_in_the_history(sent, dawn):
    record(sent, outcome="conditions", conditions="<b>Ask</b> the night staff first.")
    version = versions.newest_of(sent.case)
    page = dawn.get(f"/admin/cases/version/{version.pk}/change/").text
    assert "the owner recorded the board’s decision of" in page
    assert "&lt;b&gt;Ask&lt;/b&gt; the night staff first." in page


def test_before_the_board_has_met_the_last_two_stages_can_wait(done):
    page = said(done.see())
    assert "The first two stages are answered." in page
    assert "The last two stages can wait until your board has decided." in page


@pytest.mark.parametrize("agreed", [{}, {"outcome": "conditions", "conditions": "Ask people."}])
def test_once_the_board_has_agreed_the_next_stage_is_the_next_thing_to_do(sent, agreed):
    assert "Go on with" not in said(sent.see())
    record(sent, **agreed)
    page = said(sent.see())
    assert "Your board has agreed. Go on with what you ask suppliers, and how it starts." in page
    assert "Go on with: What you need from it" in page


def test_once_the_board_has_declined_nothing_urges_alice_on(sent):
    record(sent, outcome="declined")
    assert "Go on with" not in said(sent.see())
