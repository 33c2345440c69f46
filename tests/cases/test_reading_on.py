"""From a step Alice goes to read in the library and comes back, and what she typed is there."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from readiness.cases.models import Draft
from readiness.cases.stages import STEPS
from tests.people import answers, faults_on, typed, value_in

HALF = {"control-how": "They choose  ", "control-change": "more"}


def look(person, step, at="evidence", query="", **boxes):
    """Press a button that leads to the library; the address it leads to, and what that asks."""
    answer = person.post(person.url(step) + query, {**boxes, "look": at})
    assert answer.status_code == 302
    where = urlsplit(answer.headers["Location"])
    return where.path, {name: texts[0] for name, texts in parse_qs(where.query).items()}


def test_what_was_typed_is_kept_before_she_goes_and_is_there_when_she_is_back(alice):
    _path, asked = look(alice, "control", **HALF)
    page = alice.get(asked["back"]).text
    assert value_in(page, "control-how") == "They choose  "
    assert 'name="discard"' in page
    assert alice.kept("control") is None


@pytest.mark.parametrize("step", answers())
def test_where_nothing_was_typed_there_is_nothing_to_keep(done, alice, step):
    look(done, step, **typed(step, answers()[step]))
    assert Draft.objects.count() == 0
    if step.startswith("anxiety-"):
        return
    fresh = STEPS[step].defaults({})
    look(alice, step, **typed(step, fresh if not STEPS[step].rows else {"rows": []}))
    assert Draft.objects.count() == 0


def test_an_empty_row_with_its_usual_figure_is_nothing_typed(alice):
    empty = {"costs-TOTAL_FORMS": "1", "costs-INITIAL_FORMS": "0", "costs-0-in_year": "0"}
    look(alice, "costs", **empty)
    assert Draft.objects.count() == 0
    look(alice, "costs", **empty | {"costs-0-label": "Handsets"})
    assert Draft.objects.get().typed["costs-0-label"] == ["Handsets"]


@pytest.mark.parametrize("change", [{"time-minutes_now": "56"}, {"time-minutes_now": ""}])
def test_one_changed_or_emptied_box_is_kept(done, change):
    look(done, "time", **typed("time", answers()["time"]) | change)
    (name, text), *_ = change.items()
    assert value_in(done.see("time"), name) == text


def test_a_box_that_was_unticked_is_kept_so(done):
    boxes = typed("need", answers()["need"])
    boxes["need-affected"] = boxes["need-affected"][:1]
    look(done, "need", **boxes)
    assert Draft.objects.get().typed["need-affected"] == boxes["need-affected"]


def test_an_older_draft_is_not_lost_by_going_to_read(alice):
    alice.send("control", {**HALF, "keep": "yes"})
    look(alice, "control", **HALF | {"control-how": "They choose, and more"})
    assert value_in(alice.see("control"), "control-how") == "They choose, and more"


def test_faults_that_were_shown_are_shown_again(alice):
    alice.send("control", HALF)
    assert faults_on(alice.see("control"))
    look(alice, "control", **HALF)
    assert faults_on(alice.see("control"))


def test_a_row_that_was_taken_out_can_still_be_put_back(done):
    boxes = typed("costs", answers()["costs"])
    done.send("costs", {**boxes, "remove": "1"})
    page = done.see("costs")
    assert 'name="restore"' in page
    names = re.findall(r'name="(costs-[^"]+)"', page)
    look(done, "costs", **{name: value_in(page, name) or "" for name in names})
    assert 'name="restore"' in done.see("costs")


@pytest.mark.parametrize(
    ("step", "filters"),
    [
        ("need", {"theme": "not-an-it-project"}),
        ("control", {"anxiety": "replace-people"}),
        ("cost-assumptions", {"anxiety": "cost-much"}),
        ("costs", {"anxiety": "cost-much", "avenue": "mobile-working"}),
        ("avenues", {"avenue": "mobile-working"}),
        ("anxiety-cost-much", {"anxiety": "cost-much"}),
    ],
)
def test_all_findings_are_those_that_bear_on_the_step(done, step, filters):
    done.save("avenues", answers()["avenues"] | {"chosen": ["mobile-working"]})
    path, asked = look(done, step)
    assert path == "/library/evidence/"
    assert asked == {**filters, "back": done.url(step)}
    page = done.get(path, asked).text
    assert f'href="{done.url(step)}"' in page


def test_with_several_avenues_chosen_none_of_them_is_left_out(done):
    two = {"chosen": ["mobile-working", "crm"]}
    done.save("avenues", answers()["avenues"] | two)
    _path, asked = look(done, "costs")
    assert "avenue" not in asked


@pytest.mark.parametrize("step", ["outcomes", "time", "costs", "savings"])
def test_no_choice_of_avenue_leads_to_an_empty_list(done, step):
    for choice in STEPS["avenues"].base_fields["chosen"].choices:
        done.save("avenues", answers()["avenues"] | {"chosen": [choice.value]})
        path, asked = look(done, step)
        found = re.findall(r'href="/library/evidence/[a-z0-9-]+/', done.get(path, asked).text)
        assert len(found) >= 3, choice.value


@pytest.mark.parametrize(
    ("at", "path"),
    [
        ("avenue:crm", "/library/avenues/crm/"),
        ("other-way:people", "/library/other-ways/people/"),
        ("anxiety:cost-much", "/library/anxieties/cost-much/"),
        ("avenue:no-such", "/library/evidence/"),
        ("avenue:../../admin", "/library/evidence/"),
        ("https://example.org", "/library/evidence/"),
        ("", "/library/evidence/"),
        (":", "/library/evidence/"),
    ],
)
def test_a_press_leads_only_to_what_the_library_has(alice, at, path):
    where, asked = look(alice, "avenues", at)
    assert where == path
    assert asked["back"] == alice.url("avenues")
    assert alice.get(where, asked).status_code == 200


def test_from_check_your_answers_the_way_back_leads_there_in_the_end(done):
    _path, asked = look(done, "costs", query="?from=check&again=%0d%0a//evil")
    assert asked["back"] == done.url("costs") + "?from=check"


def test_a_stranger_is_led_nowhere(alice, charlie):
    assert charlie.post(alice.url("need"), {"look": "evidence"}).status_code == 404


@pytest.mark.parametrize(("to", "page"), [("steps", ""), ("save", "save"), ("check", "check")])
def test_the_other_ways_out_of_a_step_keep_what_was_typed_too(alice, to, page):
    assert look(alice, "control", to, **HALF) == (alice.url(page), {})
    assert value_in(alice.see("control"), "control-how") == HALF["control-how"]


@pytest.mark.parametrize("to", ["library", "share-a-lesson", "get-in-touch"])
def test_the_pages_at_the_foot_lead_back_to_what_was_typed(alice, to):
    path, asked = look(alice, "control", to, query="?from=check", **HALF)
    assert path == f"/{to}/"
    assert f'href="{asked["back"]}">‹ Back to your answers' in alice.get(path, asked).text
    assert value_in(alice.get(asked["back"]).text, "control-how") == HALF["control-how"]
