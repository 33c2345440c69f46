"""What the guide says about a case, in the words of the catalogue."""

from dataclasses import replace

import pytest

from readiness.cases.sentences import (
    headlines,
    next_actions,
    risk_suggestions,
    say,
    weakest_numbers,
)
from tests.cases.builders import (
    MONEY_STEPS,
    complete_answers,
    complete_facts,
    contents,
    facts_of,
    money_answers,
)


def said(kind, about, changes=None):
    return say(kind, about, complete_facts(changes), contents())


def minutes(low, likely, high):
    return {
        "time": {
            "minutes_saved_low": low,
            "minutes_saved_likely": likely,
            "minutes_saved_high": high,
        }
    }


# Nothing simpler is known, so that carrying on as now is what it is held against.
ALONE = {
    "alternatives": dict.fromkeys(("change_description", "change_one_off", "change_minutes_saved"))
}


def test_the_decision_page_sums_up_the_worked_example():
    assert headlines(complete_facts(), contents()) == [
        "It does not pay for itself in cash. It is £50,212 short over 5 years, at present value.",
        "It gives back about 2,378 hours a year. It could be anything from 849 to 3,397, so measure soon.",
        "The technology gives fewer hours than two members of staff would, but each costs less: "
        "2,378 hours at £6.97, beside 3,300 hours at £18.91.",
        "Each shift must save at least 10 minutes, or doing it better without new technology is the "
        "better buy. Below 6 minutes, it is worth less than spending nothing. The case expects "
        "14 minutes.",
    ]


def test_where_an_hour_of_extra_staff_is_cheaper_that_comes_first():
    cheap = complete_facts({"alternatives": {"extra_pay": "1.00"}})
    assert headlines(cheap, contents())[0].startswith("Two members of staff would give at least")


@pytest.mark.parametrize(
    ("topic", "changes", "slug"),
    [
        ("lead", {}, "lead-go-time"),
        ("lead", {"time": {"cashable_percent": "100"}}, "lead-go-cash"),
        ("lead", {"alternatives": {"change_minutes_saved": 14}}, "lead-better"),
        ("lead", {"involvement": {"people": "told"}}, "lead-ready-people"),
        ("lead", {"cost-assumptions": {"budget": "1.00"}}, "lead-ready-over"),
        ("lead", {"readiness-purpose": {"good_enough": "no"}}, "lead-ready"),
        ("cash", {"time": {"cashable_percent": "100"}}, "cash-later"),
        ("cash", {"time": {"cashable_percent": "0"}, "savings": {"rows": []}}, "cash-no-cash"),
        ("cash", minutes(-20, -10, 0), "cash-drains"),
        ("hours", minutes(-20, -10, 0), "hours-lost"),
        ("hours", minutes(0, 0, 0), "hours-all-nought"),
        ("hours", minutes(-5, 14, 20), "hours-maybe-lost"),
        ("hours", minutes(14, 14, 14), "hours-one-figure"),
        ("payback", minutes(0, 4, 20), "back-only-high"),
        ("payback", minutes(0, 1, 2), "back-never"),
        ("budget", {"cost-assumptions": {"budget": "30030.00"}}, "budget-exact"),
        ("budget", {"cost-assumptions": {"budget": "29000.00"}}, "budget-over-a-little"),
        ("budget", {"cost-assumptions": {"budget": None}}, "budget-none"),
        ("must_be_true", minutes(7, 14, 20) | ALONE, "even-within-low"),
        ("must_be_true", minutes(7, 14, 20), "even-rival"),
        ("must_be_true", minutes(0, 4, 5), "even-above-high"),
        ("must_be_true", minutes(0, 4, 20), "even-above-likely"),
        ("must_be_true", minutes(0, 7, 20), "even-close"),
        ("fall", minutes(0, 1, 20), "fall-loses"),
        ("staff", {"alternatives": {"extra_fte": "0"}}, "staff-none"),
        ("staff", {"alternatives": {"extra_fte": "1"}}, "staff-dearer-but-more"),
        ("staff", minutes(-5, 0, 1), "staff-technology-no-hours"),
        ("waiting", {"alternatives": {"cost_of_waiting": None}}, "wait-not-given"),
        ("waiting", {"alternatives": {"cost_of_waiting": "20000.00"}}, "wait-dearer"),
        ("price_of_hour", minutes(1, 2, 3), "hour-dearer"),
        ("sure", {}, "sure-estimated"),
        ("sure", {"time": {"confidence": "guess"}}, "sure-guess"),
        ("people", {"involvement": {"people": "told"}}, "people-told"),
        ("people", {"involvement": {"people": "not-applicable"}}, "people-not-asked"),
        ("ready", {}, "ready-all"),
        ("ready", {"readiness-purpose": {"good_enough": "no"}}, "ready-one"),
    ],
)
def test_of_each_topic_the_sentence_that_fits_is_said(topic, changes, slug):
    (text,) = said("headline", topic, changes)
    start = contents().sentences[slug].text.split("{")[0]
    assert text.startswith(start)
    rivals = [
        other.text
        for other in contents().sentences.values()
        if other.about == topic and other.slug != slug and other.text.split("{")[0] == start
    ]
    shape = [part for part in contents().sentences[slug].text.split("{")[-1].split("}")[1:] if part]
    assert not rivals or all(text.endswith(part) for part in shape)


def test_hours_are_said_as_soon_as_the_step_about_time_is_answered():
    facts = facts_of({"time": money_answers()["time"]})
    assert say("figure", "time", facts, contents()) == [
        "At 196 shifts a week, that is 2,378 hours a year, between 849 and 3,397.",
        "You expect 10% of it to become money in the bank.",
        "An hour costs £16.00: pay of £12.80, with 25% on top.",
    ]


def test_costs_are_added_up_before_the_time_is_known():
    facts = facts_of({"costs": money_answers()["costs"]})
    assert say("figure", "costs", facts, contents()) == [
        "So far: £10,500 once and £7,560 each year, before learning time and contingency."
    ]
    assert say("figure", "cost-assumptions", facts, contents()) == [
        "Fill in the time and the costs too, and we will add them up."
    ]


def test_the_whole_cost_is_said_before_anything_is_compared():
    answers = money_answers()
    del answers["alternatives"]
    assert say("figure", "cost-assumptions", facts_of(answers), contents()) == [
        "Learning costs £4,032 at the start, and £1,008 each year for new starters.",
        "With everything in, it costs £30,030 in the first year and £74,584 over 5 years, "
        "in today’s prices.",
        "That is within the budget of £32,000 for the first year.",
    ]


def test_the_choices_are_said_side_by_side():
    assert said("figure", "alternatives") == [
        "Carrying on as now costs nothing extra. It may still cost people dear.",
        "Doing it better gives back 679 hours a year. It costs £500 over 5 years.",
        "Two members of staff would give 3,300 hours a year for £62,400: £18.91 an hour.",
        "What the technology costs in a year would pay for about half of a full-time post.",
    ]


@pytest.mark.parametrize("step", MONEY_STEPS)
def test_an_untouched_step_says_what_would_make_it_speak(step):
    texts = say("figure", step, facts_of({}), contents())
    assert len(texts) == 1


@pytest.mark.parametrize(
    ("path", "changes", "text"),
    [
        (
            "payback_months_cash.low",
            {},
            "There is no payback time in cash on low figures. The cash that comes in never "
            "catches up with what goes out in 5 years.",
        ),
        (
            "cost_per_hour_released",
            minutes(-3, -2, -1),
            "There is no price for an hour, because it takes time and gives none back.",
        ),
        (
            "cost_per_hour_released",
            {"time": {"first_year_percent": "0"}, "cost-assumptions": {"years": 1}},
            "There is no price for an hour, because nobody uses it yet in the one year looked at.",
        ),
        (
            "options.better.cost_per_hour",
            {"alternatives": {"change_minutes_saved": 0}},
            "No hours are counted for doing it better, so an hour has no price.",
        ),
        ("hourly_cost", {}, None),
    ],
)
def test_a_figure_that_cannot_be_worked_out_says_why(path, changes, text):
    assert said("null", path, changes) == ([text] if text else [])


def test_two_members_of_staff_is_answered_with_the_sum():
    texts = said("anxiety", "two-members-of-staff")
    assert texts[0] == (
        "The technology gives back 2,378 hours a year at £6.97 an hour. "
        "Two members of staff would give 3,300 hours at £18.91."
    )


def test_a_worry_is_answered_from_what_is_there_before_the_figures_are():
    facts = facts_of({"control": complete_answers()["control"]})
    assert say("anxiety", "replace-people", facts, contents()) == [
        "The case says that people would have more choice and control. Check that they say the same."
    ]


def test_nothing_is_said_of_a_subject_that_is_not_there():
    assert said("headline", "the-weather") == []
    assert said("verdict", "go-ahead") == []


def test_risks_begin_with_what_the_answers_point_to():
    risks = risk_suggestions(complete_facts({"inclusion": {"at_risk": ["none"]}}), contents())
    assert [row["risk"] for row in risks] == [
        "Those who learned it leave",
        "The time saved does not come",
    ]
    assert risks[1]["response"] == "Time ten shifts before and after"


def test_next_actions_are_for_what_is_not_good_enough_lowest_first():
    facts = complete_facts(
        {
            "readiness-foundations": {"s1": 2, "s2": 0, "s3": 3, "good_enough": "no"},
            "readiness-purpose": {"s1": 0, "good_enough": "yes"},
        }
    )
    actions = next_actions(facts, contents())
    assert [(a.dimension, a.level) for a in actions] == [("Foundations", 0), ("Foundations", 2)]
    statement = contents().dimensions["foundations"].statements[1]
    assert actions[0].action == statement["next_actions"][0]["action"]
    assert actions[0].level_now == statement["levels"][0]
    assert actions[0].why
    assert actions[0].effort.startswith(("A few hours", "Some weeks", "Months"))


def test_the_weakest_numbers_come_first():
    facts = complete_facts({"time": {"confidence": "guess"}})
    numbers = weakest_numbers(facts)
    assert (numbers[0].name, numbers[0].sure) == ("Minutes saved, likely", "guess")
    assert numbers[-1].sure == "measured"
    sure = {number.name: number.sure for number in numbers}
    assert sure["On-costs"] == "usual"
    assert sure["Pay for an hour"] == "given"
    assert sure["Handsets"] == "quoted"


def test_a_side_of_readiness_that_the_catalogue_lost_has_no_actions():
    facts = complete_facts({"readiness-purpose": {"good_enough": "no"}})
    lost = replace(contents(), dimensions={})
    assert next_actions(facts, lost) == []


def test_cash_takes_the_cost_of_waiting_into_account():
    waiting = {"alternatives": {"cost_of_waiting": "1500.00"}}
    (text,) = said("headline", "cash", waiting)
    assert text.startswith("It does not pay for itself in cash.")
    assert text.endswith(
        "This leaves out the £1,500 a year of carrying on as now, which would stop."
    )
    (rests,) = said("headline", "rests_on", waiting)
    assert "the £1,500 a year of carrying on as now" in rests


def test_a_case_that_is_only_the_least_dear_rests_on_what_waiting_costs():
    dear = minutes(0, 4, 20) | {"alternatives": {"cost_of_waiting": "40000.00"}}
    (rests,) = said("headline", "rests_on", dear)
    assert rests.startswith("The case rests on what carrying on as now costs: £40,000 a year")


def test_a_share_of_a_guess_is_not_said_to_the_decimal():
    (text,) = said("headline", "fall")
    assert text.startswith("The benefit could fall by about 56% before")


def test_hours_that_a_low_figure_loses_are_said_as_lost():
    text = said("figure", "time", minutes(-5, 14, 20))[0]
    assert text.endswith("On your low figure, staff would lose about 849 hours a year.")


def test_a_step_put_off_half_done_feeds_no_sentence_but_on_its_own_page():
    facts = facts_of(complete_answers(), later=["cost-assumptions", "involvement", "time"])
    texts = [
        text
        for topic in ("lead", "cash", "people", "sure", "budget")
        for text in say("headline", topic, facts, contents())
    ]
    assert texts == ["Not enough is known yet to decide."]
    assert {number.step for number in weakest_numbers(facts)}.isdisjoint(facts.later)
    assert say("anxiety", "free-up-time", facts, contents()) == []
    assert (
        say(
            "figure", "cost-assumptions", facts_of(complete_answers(), later=["costs"]), contents()
        )[-1]
        == "Fill in the time and the costs too, and we will add them up."
    )
    assert say("figure", "time", facts, contents())[0].startswith("At 196 shifts a week")


def test_readiness_put_off_half_done_asks_for_no_action_yet():
    answers = complete_answers({"readiness-purpose": {"good_enough": "no"}})
    assert next_actions(facts_of(answers, later=["readiness-purpose"]), contents()) == []
