"""The verdict by its rules, in their order, and every reason that applies."""

import pytest

from readiness.cases.reasons import DOUBTS
from readiness.cases.rules import ruling
from readiness.cases.verdict import verdict
from tests.cases.builders import (
    DIMENSIONS,
    complete_answers,
    complete_facts,
    contents,
    facts_of,
    heard_from,
    money_answers,
)

# Single changes to a case that would otherwise go ahead.
OVER_BUDGET = {"cost-assumptions": {"budget": "25000.00"}}
NOT_ASKED = {"involvement": {"people": "not-yet"}}
ONLY_TOLD = {"involvement": {"people": "told"}}
NOT_APPLICABLE = {"involvement": {"people": "not-applicable"}}
NO_OTHER_WAY = {"inclusion": {"alternative": "none"}}
NO_LEARNING = {"cost-assumptions": {"training_hours": "0"}}
NO_BASELINE = {"need-evidence": {"baseline": ""}}
NOT_READY = {"readiness-foundations": {"good_enough": "no", "s2": 0}}
LIKELY_LOSES = {"time": {"minutes_saved_low": 0, "minutes_saved_likely": 4}}
LOSES_AT_BEST = {
    "time": {"minutes_saved_low": 0, "minutes_saved_likely": 1, "minutes_saved_high": 3}
}
BETTER_WINS = {"alternatives": {"change_minutes_saved": 12}}
SAVES_NOTHING = {
    "time": {"minutes_saved_low": 0, "minutes_saved_likely": 0, "minutes_saved_high": 0},
    "savings": {"rows": []},
    "alternatives": {"change_minutes_saved": 0},
}

TABLE = [
    ({}, "go-ahead", []),
    (OVER_BUDGET, "get-ready", ["over-budget"]),
    (NOT_ASKED, "get-ready", ["people-not-asked"]),
    (ONLY_TOLD, "get-ready", ["people-only-told"]),
    (NOT_APPLICABLE, "get-ready", ["people-not-asked"]),
    (NO_OTHER_WAY, "get-ready", ["no-other-way"]),
    (NO_LEARNING, "get-ready", ["no-time-to-learn"]),
    (NO_BASELINE, "get-ready", ["no-baseline"]),
    (NOT_READY, "get-ready", ["not-ready-foundations"]),
    (
        # As now is worth nothing here, so the simpler change has to be worth nothing as well.
        LIKELY_LOSES | {"alternatives": {"change_minutes_saved": 0}},
        "get-ready",
        ["likely-behind", "outcomes-must-carry"],
    ),
    (
        LOSES_AT_BEST | {"alternatives": {"change_minutes_saved": 0}},
        "not-now",
        ["best-behind", "likely-behind", "outcomes-must-carry"],
    ),
    (SAVES_NOTHING, "not-now", ["best-behind", "likely-behind", "outcomes-must-carry"]),
    (BETTER_WINS, "not-now", ["better-wins"]),
    (
        LOSES_AT_BEST,
        "not-now",
        ["best-behind", "better-wins", "likely-behind", "outcomes-must-carry"],
    ),
    (
        BETTER_WINS | NOT_READY | NO_BASELINE | ONLY_TOLD,
        "not-now",
        ["better-wins", "people-only-told", "no-baseline", "not-ready-foundations"],
    ),
    (
        OVER_BUDGET | NOT_ASKED | NO_OTHER_WAY | NOT_READY,
        "get-ready",
        ["over-budget", "people-not-asked", "no-other-way", "not-ready-foundations"],
    ),
]
ALL_DOUBTS = {doubt.slug for doubt in DOUBTS}
FOR = {"ahead-of-now", "ahead-of-better", "rests-on-time", "in-budget", "ready", "people-asked"}


@pytest.mark.parametrize(("changes", "slug", "against"), TABLE)
def test_each_rule_alone_and_together_with_every_reason_told(changes, slug, against):
    said = verdict(complete_facts(changes), contents())
    assert said.slug == slug
    reasons = [reason.slug for reason in said.reasons if reason.slug not in ALL_DOUBTS]
    assert reasons == against if against else set(reasons) == FOR


@pytest.mark.parametrize("how", [NOT_ASKED, ONLY_TOLD, NOT_APPLICABLE])
def test_it_goes_by_the_answers_and_does_not_deny_what_people_said(how):
    said = verdict(complete_facts(how, heard_from("people")), contents())
    assert said.slug == "get-ready"
    (reason,) = [reason for reason in said.reasons if reason.slug not in ALL_DOUBTS]
    assert reason.slug == "people-answered"
    assert reason.step == "involvement"


def test_a_step_never_answered_makes_it_unknown_and_says_which():
    answers = complete_answers()
    del answers["risks"]
    said = verdict(facts_of(answers), contents())
    assert (said.slug, said.title) == ("unknown", "Not enough is known yet")
    assert [(r.text, r.step) for r in said.reasons] == [("“Risks” is not answered yet.", "risks")]


def test_a_step_put_off_makes_it_unknown_and_says_so():
    said = verdict(facts_of(complete_answers(), later=["need"]), contents())
    assert said.reasons[0].text == "“The need” was put off until later."


def test_a_blocking_worry_without_an_answer_makes_it_unknown():
    said = verdict(complete_facts({"anxieties": {"replace-people": 3}}), contents())
    assert said.slug == "unknown"
    assert said.reasons[0].step == "anxiety-replace-people"
    assert "has no answer yet" in said.reasons[0].text


def test_what_is_known_to_speak_against_it_is_told_while_steps_are_open():
    said = verdict(facts_of(complete_answers(BETTER_WINS), later=["risks"]), contents())
    assert [reason.slug for reason in said.reasons] == ["step-later", "better-wins"]


def test_many_open_steps_are_named_in_one_sentence():
    said = verdict(facts_of(money_answers()), contents())
    assert said.slug == "unknown"
    assert said.reasons[0].text.startswith("20 parts are still open: “About you”, ")
    assert said.reasons[0].text.endswith(" and “Risks”.")


def test_an_empty_case_is_unknown():
    assert ruling(facts_of({})) == "unknown"


def test_reasons_hold_the_figures_of_the_case():
    said = verdict(complete_facts(OVER_BUDGET), contents())
    assert said.reasons[0].text == (
        "The first year costs £30,030. That is £5,030 more than the budget of £25,000."
    )


def test_what_is_not_ready_comes_with_its_first_step():
    said = verdict(complete_facts(NOT_READY), contents())
    action = contents().dimensions["foundations"].statements[1]["next_actions"][0]["action"]
    assert said.reasons[0].text.endswith(f"First step: {action}")
    assert said.reasons[0].step == "readiness-foundations"


def test_not_ready_at_the_top_of_every_level_has_no_first_step_to_name():
    top = {"readiness-purpose": {"s1": 3, "s2": 3, "s3": 3, "good_enough": "no"}}
    said = verdict(complete_facts(top), contents())
    assert said.reasons[0].text == "It is not yet clear enough what this is for."


def test_waiting_that_costs_more_than_buying_can_carry_a_case_that_loses():
    dear = {"alternatives": {"cost_of_waiting": "40000.00"}} | LIKELY_LOSES
    said = verdict(complete_facts(dear), contents())
    assert said.slug == "go-ahead"
    assert "least-dear" in [reason.slug for reason in said.reasons]


def test_as_good_as_now_is_not_good_enough():
    """All at nought: the technology's best is as_now's worth, and no more."""
    nothing = SAVES_NOTHING | {
        "costs": {
            "rows": [{"label": "Free", "category": "other", "one_off": "0", "confidence": "quoted"}]
        },
        "cost-assumptions": {"training_hours": "0"},
    }
    said = verdict(complete_facts(nothing), contents())
    assert said.slug == "not-now"
    assert [r.slug for r in said.reasons][:2] == ["best-equal", "likely-equal"]


def test_the_budget_to_the_penny_is_enough():
    assert ruling(complete_facts({"cost-assumptions": {"budget": "30030.00"}})) == "go-ahead"
    assert ruling(complete_facts({"cost-assumptions": {"budget": "30029.99"}})) == "get-ready"


def test_no_budget_does_not_stop_it_but_is_said():
    said = verdict(complete_facts({"cost-assumptions": {"budget": None}}), contents())
    assert said.slug == "go-ahead"
    assert "no-budget" in [reason.slug for reason in said.reasons]


@pytest.mark.parametrize("slug", ["unknown", "not-now", "get-ready", "go-ahead"])
def test_every_verdict_has_its_words(slug):
    words = contents().sentences
    assert all(words[f"verdict-{slug}{part}"].text for part in ("", "-means", "-next"))


# No doubt about it: measured, and ahead on low figures too.
SURE = {
    "time": {
        "minutes_saved_low": 13,
        "minutes_saved_likely": 16,
        "confidence": "measured",
    }
}
GUESSED = {"time": {"minutes_saved_likely": 11, "confidence": "guess"}}
AT_LOWEST = {"readiness-foundations": {"s1": 0, "s2": 0}}


def blocked(*slugs, **answer):
    return {"anxieties": dict.fromkeys(slugs, 3)} | {
        f"anxiety-{slug}": {"who": ["board", "frontline"], "response": "We will ask."} | answer
        for slug in slugs
    }


def doubts(changes):
    said = verdict(complete_facts(changes), contents())
    return {reason.slug: reason for reason in said.reasons if reason.slug in ALL_DOUBTS}


def test_a_case_without_a_doubt_stands_up():
    said = verdict(complete_facts(SURE), contents())
    assert said.slug == "go-ahead"
    assert doubts(SURE) == {}
    assert said.body.startswith("The case stands up.")


def test_what_could_flip_it_stands_apart_from_what_speaks_for_it():
    said = verdict(complete_facts(GUESSED), contents())
    assert said.slug == "go-ahead"
    assert said.reasons[0].text.startswith("On likely figures, it comes out £54,988 ahead")
    assert [reason.doubt for reason in said.reasons] == sorted(r.doubt for r in said.reasons)
    assert [reason.text for reason in said.reasons if reason.doubt] == [
        "On the low figures this would be “not this, or not now”, because doing it better without "
        "new technology would be worth at least as much.",
        "Saving 11 minutes is a guess. It takes 10 minutes to stay ahead of doing it better.",
        "Some figures are guesses: Minutes saved, likely. Find those out before anything is signed.",
    ]
    assert "stands up" not in said.body


@pytest.mark.parametrize(("minutes", "slug"), [(10, "go-ahead"), (9, "not-now")])
def test_the_minutes_it_names_are_those_at_which_the_verdict_turns(minutes, slug):
    changes = {"time": {"minutes_saved_likely": minutes, "confidence": "guess"}}
    assert ruling(complete_facts(changes)) == slug


def test_where_nothing_simpler_helps_it_must_stay_ahead_of_carrying_on_as_now():
    alone = {"alternatives": {"change_minutes_saved": 0, "cost_of_waiting": "1500.00"}}
    told = doubts(alone)
    assert told["low-behind-now"].text == (
        "On the low figures it would be worth no more than carrying on as now, "
        "and this would be “get ready first, then go ahead”."
    )
    text = told["minutes-ahead-of-now"].text
    assert "Saving 14 minutes is an estimate." in text
    least = int(text.split("It takes ")[1].split()[0])
    for minutes, slug in ((least, "go-ahead"), (least - 1, "get-ready")):
        changes = alone | {"time": {"minutes_saved_likely": minutes}}
        assert ruling(complete_facts(changes)) == slug


def test_measured_minutes_with_little_to_spare_are_told_too():
    close = {"time": {"minutes_saved_likely": 12, "confidence": "measured"}}
    assert "12 minutes is measured" in doubts(close)["minutes-ahead-of-better"].text
    assert "minutes-ahead-of-better" not in doubts(SURE)


def test_the_lowest_level_called_good_enough_is_named():
    told = doubts(SURE | AT_LOWEST)["at-lowest"]
    assert told.text == (
        "2 readiness statements are at the lowest level, though called good enough: "
        "“Connection” and “Devices and help”."
    )
    assert told.step == "readiness-foundations"


def test_of_many_at_the_lowest_level_three_are_named():
    nothing = {"s1": 0, "s2": 0, "s3": 0}
    everywhere = {f"readiness-{slug}": nothing for slug in DIMENSIONS}
    said = verdict(complete_facts(SURE | everywhere), contents())
    assert "ready" not in {reason.slug for reason in said.reasons}
    text = doubts(SURE | everywhere)["at-lowest-many"].text
    assert text.startswith("27 readiness statements are at the lowest level")
    assert text.endswith("“A clear need”, “Someone owns it” and “What better looks like”.")


def test_a_worry_that_blocks_is_told_with_whose_it_is_though_it_has_an_answer():
    told = doubts(SURE | blocked("replace-people"))["worry-blocks"]
    assert "“Will it replace people?” (held by: Board or trustees and Frontline staff)" in told.text
    assert told.step == "anxiety-replace-people"


def test_two_worries_that_block_are_told_together():
    text = doubts(SURE | blocked("replace-people", "cost-much", who=[]))["worries-block"].text
    assert "“Will it replace people?” and “Will it cost much?”" in text
    assert "held by" not in text


def test_cash_is_set_beside_what_waiting_costs():
    waiting = {"alternatives": {"cost_of_waiting": "1500.00"}}
    told = {r.slug: r.text for r in verdict(complete_facts(waiting), contents()).reasons}
    assert "leave out the £1,500 a year that carrying on as now costs" in told["beside-waiting"]
    assert "beside-waiting" not in {r.slug for r in verdict(complete_facts(), contents()).reasons}
