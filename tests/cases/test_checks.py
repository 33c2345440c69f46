"""Each check speaks up when it should, and holds its tongue when all is well."""

import pytest

from readiness.cases.checks import CONDITIONS, findings
from readiness.cases.checks.findings import READS_CONTENT
from readiness.cases.checks.registry import check
from readiness.cases.facts import Facts
from readiness.cases.rules import STOPS
from readiness.cases.stages import STEPS
from tests.cases.builders import (
    ANXIETIES,
    MONEY_STEPS,
    TODAY,
    complete_answers,
    complete_facts,
    contents,
    facts_of,
    heard_from,
)

NO_WORRIES = dict.fromkeys(ANXIETIES, 0)
OUTCOME = {
    "outcome": "More time with people",
    "who_for": "people",
    "measure": "Evenings out",
    "now": "2",
    "target": "5",
    "by": "2028-06",
}
COST = {
    "label": "Handsets",
    "category": "devices",
    "one_off": "4200.00",
    "per_year": "600.00",
    "in_year": 0,
    "confidence": "quoted",
}
NEVER_AGAIN = {"label": "Kit", "per_year": None}  # devices, bought once
AGENCY = {"cost-assumptions": {"funding": "What we save on agency shifts."}}
SAVING = {"label": "Paper", "low": "1.00", "likely": "2.00", "high": "3.00", "confidence": "quoted"}
RISK = {"risk": "No signal", "likelihood": 5, "impact": 3, "owner": "Jo", "response": "Test it"}


def outcome(**changes):
    return {"outcomes": {"rows": [OUTCOME | changes]}}


def costs(*changes):
    return {"costs": {"rows": [COST | change for change in changes]}}


def savings(**changes):
    return {"savings": {"rows": [SAVING | changes]}}


def time(**fields):
    return {"time": fields}


def minutes(low, likely, high):
    return time(minutes_saved_low=low, minutes_saved_likely=likely, minutes_saved_high=high)


def assumed(**fields):
    return {"cost-assumptions": fields}


def involved(**fields):
    return {"involvement": fields}


def starts(month):
    return {"plan": {"start": month}}


def planned(*months):
    rows = [{"what": f"Step {n}", "who": "Jo", "when": when} for n, when in enumerate(months)]
    return {"milestones": {"rows": rows}}


def looks(*months):
    rows = [{"outcome": n, "who": "Jo", "first_review": m} for n, m in enumerate(months, start=1)]
    return {"tracking": {"rows": rows}}


def both(*changes):
    return {step: fields for change in changes for step, fields in change.items()}


ALL_IS_WELL: dict = {}
BUYING = {"buying": {"decide_by": "2027-12"}}

# The check, what makes it speak, and what leaves it silent.
TABLE = [
    ("people-not-asked", involved(people="not-yet"), involved(people="asked")),
    ("people-not-asked", involved(people="told"), involved(people="shaping")),
    ("people-not-asked", involved(people="not-applicable"), ALL_IS_WELL),
    ("no-other-way", {"inclusion": {"alternative": "none"}}, ALL_IS_WELL),
    (
        "no-other-way",
        {"inclusion": {"at_risk": ["rural"], "alternative": "none"}},
        {"inclusion": {"at_risk": ["none"], "alternative": "none"}},
    ),
    ("no-time-to-learn", assumed(training_hours="0"), assumed(training_hours="0.5")),
    ("no-baseline", {"need-evidence": {"baseline": ""}}, ALL_IS_WELL),
    (
        "blocking-worry-unanswered",
        {"anxieties": {"rigid-project-management": 3}},
        {
            "anxieties": {"rigid-project-management": 3},
            "anxiety-rigid-project-management": {"who": ["board"], "response": "One page."},
        },
    ),
    ("strong-worry-unanswered", {"anxiety-cost-much": {"response": ""}}, ALL_IS_WELL),
    ("loses-at-best", minutes(0, 1, 2), ALL_IS_WELL),
    ("loses-on-likely", minutes(0, 4, 20), ALL_IS_WELL),
    ("loses-on-low", ALL_IS_WELL, minutes(13, 14, 20)),
    (
        "simpler-change-is-as-good",
        {"alternatives": {"change_minutes_saved": 12}},
        {"alternatives": {"change_minutes_saved": 5}},
    ),
    (
        "simpler-change-is-as-good",
        {"alternatives": {"change_minutes_saved": 14, "change_one_off": "0.00"}},
        both(minutes(0, 0, 1), {"alternatives": {"change_minutes_saved": 0}}),
    ),
    ("over-budget", assumed(budget="30029.99"), assumed(budget="30030.00")),
    ("no-budget", assumed(budget=None), ALL_IS_WELL),
    ("no-funding", assumed(funding=""), ALL_IS_WELL),
    ("rests-on-time", ALL_IS_WELL, time(cashable_percent="100")),
    ("outcomes-must-carry-it", minutes(0, 4, 20), ALL_IS_WELL),
    ("thin-margin", minutes(0, 7, 20), ALL_IS_WELL),
    ("slow-payback", both(minutes(0, 12, 20), assumed(years=2)), assumed(years=2)),
    ("extra-staff-cheaper", {"alternatives": {"extra_pay": "1.00"}}, ALL_IS_WELL),
    ("starts-from-a-product", {"need": {"problem": "We need an app for care notes."}}, ALL_IS_WELL),
    ("no-evidence-of-need", {"need-evidence": {"sources": ["none"]}}, ALL_IS_WELL),
    ("no-evidence-of-need", {"need-evidence": {"sources": []}}, ALL_IS_WELL),
    ("need-is-a-guess", {"need-evidence": {"confidence": "guess"}}, ALL_IS_WELL),
    ("rare-problem", {"need": {"frequency": "rarely"}}, {"need": {"frequency": "weekly"}}),
    ("affected-but-not-asked", involved(families="not-yet"), involved(families="told")),
    ("nothing-for-people", outcome(who_for="finance"), ALL_IS_WELL),
    ("outcome-without-baseline", outcome(now=""), ALL_IS_WELL),
    ("outcome-without-target", outcome(target=None), ALL_IS_WELL),
    ("outcome-changes-nothing", outcome(now="5 a week", target="5 A  week "), ALL_IS_WELL),
    ("target-in-the-past", outcome(by="2027-08"), outcome(by="2027-09")),
    (
        "outcome-for-a-group-not-involved",
        outcome(who_for="commissioners"),
        outcome(who_for="professionals"),
    ),
    ("less-control", {"control": {"change": "much-less"}}, {"control": {"change": "same"}}),
    ("supplier-decides", {"control": {"decides_after": "supplier"}}, ALL_IS_WELL),
    (
        "control-moves-from-people",
        {"control": {"decides_now": "people", "decides_after": "managers"}},
        {"control": {"decides_now": "people", "decides_after": "families"}},
    ),
    ("control-claimed-not-asked", involved(people="told"), ALL_IS_WELL),
    ("nobody-at-risk", {"inclusion": {"at_risk": ["none"]}}, ALL_IS_WELL),
    ("not-asked-who-is-at-risk", {"inclusion": {"at_risk": []}}, ALL_IS_WELL),
    ("low-confidence-little-training", assumed(training_hours="2"), assumed(training_hours="3")),
    (
        "frontline-not-asked",
        both(involved(frontline="told"), {"need": {"affected": ["people"]}}),
        ALL_IS_WELL,
    ),
    ("volunteers-left-out", involved(volunteers="not-applicable"), ALL_IS_WELL),
    ("it-before-people", involved(it="shaping", people="told", frontline="told"), ALL_IS_WELL),
    ("finance-not-involved", involved(finance="not-yet"), ALL_IS_WELL),
    ("board-not-involved", involved(board="not-yet"), ALL_IS_WELL),
    ("payer-is-not-the-saver", savings(label="Fewer ambulance calls"), savings(label="Gpx")),
    ("payer-is-not-the-saver", outcome(who_for="professionals"), ALL_IS_WELL),
    ("more-users-than-staff", time(staff_using=79), time(staff_using=78)),
    ("too-many-shifts", time(shifts_per_week=295), time(shifts_per_week=294)),
    ("saves-more-than-it-takes", {"alternatives": {"change_minutes_saved": 56}}, ALL_IS_WELL),
    ("saves-more-than-it-takes", time(minutes_saved_high=56), time(minutes_saved_high=55)),
    ("saves-every-minute", time(minutes_saved_high=55), time(minutes_saved_high=54)),
    ("beyond-20-minutes", minutes(5, 21, 25), minutes(5, 20, 25)),
    ("beyond-an-hour", time(minutes_now=90, minutes_saved_high=61), ALL_IS_WELL),
    ("no-range", minutes(14, 14, 14), minutes(13, 14, 15)),
    ("minutes-are-a-guess", time(confidence="guess"), ALL_IS_WELL),
    (
        "full-benefit-from-day-one",
        time(first_year_percent="90.01"),
        time(first_year_percent="90"),
    ),
    ("time-counted-as-cash", time(cashable_percent="51"), time(cashable_percent="50")),
    (
        "cash-from-hours-people-fear-for",
        {"anxieties": {"replace-people": 2}},
        both({"anxieties": {"replace-people": 2}}, time(cashable_percent="0")),
    ),
    ("pay-below-the-floor", time(hourly_pay="12.70"), time(hourly_pay="12.71")),
    ("no-on-costs", time(on_costs_percent="9.99"), time(on_costs_percent="10")),
    ("cost-with-no-source", costs({"confidence": "guess"}), ALL_IS_WELL),
    ("contingency-too-low", assumed(contingency_percent="29"), ALL_IS_WELL),
    ("no-running-costs", costs({"per_year": None}), ALL_IS_WELL),
    ("no-support-cost", ALL_IS_WELL, costs({"category": "support"})),
    (
        "no-devices-or-signal",
        both(costs({"category": "licences"}), {"avenues": {"in_place": ""}}),
        costs({"category": "licences"}),
    ),
    ("old-records-not-costed", costs({}), costs({"category": "data-migration"})),
    *(
        ("old-records-not-costed", costs({"label": speaks}), costs({"label": silent}))
        for speaks, silent in (
            ("Care records licences", "Set-up and moving records"),
            ("Moving and handling course", "Data migration"),
            ("Mobile data", "Cleaning the data first"),
            ("SIM data", "Transfer of old notes"),
        )
    ),
    ("devices-never-replaced", costs(NEVER_AGAIN), costs(NEVER_AGAIN, {"in_year": 3})),
    *(
        (
            "devices-never-replaced",
            costs({"label": name, "per_year": None}),
            costs({"label": name, "per_year": "600.00"}),
        )
        for name in ("Handsets and spares", "Phones", "Two spare tablets", "Replacement devices")
    ),
    (
        "devices-never-replaced",
        costs(NEVER_AGAIN, {"label": "Licences", "category": "licences"}),
        costs(NEVER_AGAIN, {"label": "Replacing two a year", "category": "other"}),
    ),
    (
        "agency-named-not-counted",
        both(AGENCY, {"alternatives": {"cost_of_waiting": "0.00"}}),
        both(AGENCY, {"alternatives": {"cost_of_waiting": "900.00"}}),
    ),
    (
        "agency-named-not-counted",
        {
            "need": {"if_nothing_changes": "More agency shifts."},
            "alternatives": {"cost_of_waiting": None},
        },
        both(AGENCY, savings(label="Fewer agency shifts")),
    ),
    ("one-off-after-the-end", costs({"in_year": 6}), costs({"in_year": 5})),
    ("nobody-ever-leaves", assumed(turnover_percent="0"), ALL_IS_WELL),
    ("very-long-life", assumed(years=6), ALL_IS_WELL),
    (
        "counted-twice",
        both(savings(label="Old server"), {"alternatives": {"cost_of_waiting": "900.00"}}),
        savings(label="Old server"),
    ),
    (
        "counted-twice",
        both(savings(likely="900.00"), {"alternatives": {"cost_of_waiting": "900"}}),
        both(savings(), {"alternatives": {"cost_of_waiting": "900.00"}}),
    ),
    ("saving-is-a-guess", savings(confidence="guess"), savings(confidence="guess", likely="0.00")),
    ("in-place-blank", {"avenues": {"in_place": None}}, ALL_IS_WELL),
    (
        "three-things-at-once",
        {
            "avenues": {"chosen": ["crm", "mobile-working", "software-and-apps"]},
            "organisation": {"staff": 49},
        },
        {"avenues": {"chosen": ["crm", "mobile-working"]}, "organisation": {"staff": 49}},
    ),
    ("no-simpler-change-tried", {"alternatives": {"change_description": ""}}, ALL_IS_WELL),
    ("extra-staff-not-compared", {"alternatives": {"extra_fte": "0"}}, ALL_IS_WELL),
    ("nobody-is-worried", {"anxieties": NO_WORRIES}, ALL_IS_WELL),
    (
        "nobody-is-worried",
        {"anxieties": NO_WORRIES},
        {"anxieties": NO_WORRIES | {"other": "Will it work at night?"}},
    ),
    ("not-ready", {"readiness-purpose": {"good_enough": "no"}}, ALL_IS_WELL),
    (
        "good-enough-at-nothing",
        {"readiness-purpose": {"s2": 0}},
        {"readiness-purpose": {"s2": 0, "note": "It is a very small change."}},
    ),
    (
        "another-way-said-and-not-there",
        {"readiness-inclusion": {"s2": 0}},
        {"readiness-inclusion": {"s2": 0}, "inclusion": {"alternative": "none"}},
    ),
    (
        "another-way-said-and-not-there",
        {"readiness-inclusion": {"s2": 0}, "inclusion": {"alternative": "planned"}},
        {"readiness-inclusion": {"s2": 1}},
    ),
    (
        "learning-paid-and-not-there",
        {"readiness-skills-and-ways-of-working": {"s2": 0}},
        both({"readiness-skills-and-ways-of-working": {"s2": 0}}, assumed(training_hours="0")),
    ),
    (
        "staff-asked-and-not-told",
        {"readiness-whole-organisation": {"s2": 0}},
        both({"readiness-whole-organisation": {"s2": 0}}, involved(frontline="told")),
    ),
    (
        "staff-asked-and-not-told",
        both({"readiness-whole-organisation": {"s2": 0}}, involved(frontline="asked")),
        {"readiness-whole-organisation": {"s2": 1}},
    ),
    ("start-has-passed", starts("2027-08"), starts("2027-09")),
    (
        "start-before-the-decision",
        both(starts("2027-11"), {"buying": {"decide_by": "2027-12"}}),
        both(starts("2027-12"), {"buying": {"decide_by": "2027-12"}}),
    ),
    ("start-before-the-decision", both(starts("2027-11"), BUYING), starts("2027-11")),
    ("date-has-passed", planned("2027-12", "2027-08"), planned("2027-12", "2027-09")),
    (
        "date-after-the-first-looks",
        both(planned("2028-01"), looks("2027-11", "2027-12")),
        both(planned("2027-12"), looks("2027-11", "2027-12")),
    ),
    (
        "date-after-the-first-looks",
        both(planned("2027-10", "2028-01"), looks("2027-12")),
        planned("2028-01"),
    ),
    (
        "look-before-the-start",
        both(starts("2027-10"), looks("2027-11", "2027-09")),
        both(starts("2027-10"), looks("2027-10")),
    ),
    ("look-before-the-start", both(starts("2027-10"), looks("2027-09")), looks("2027-09")),
    ("no-risks", {"risks": {"rows": []}}, ALL_IS_WELL),
    ("serious-risk", {"risks": {"rows": [RISK]}}, {"risks": {"rows": [RISK | {"impact": 2}]}}),
]

NOBODY_ASKED = involved(
    people="told", families="not-yet", frontline="told", volunteers="not-applicable"
)
MILD = {"anxieties": {"cost-much": 1}}

# The check, what people said and what the case says for it to speak, and to be silent.
VOICES = [
    (
        "voices-worry-more",
        (heard_from("families", cost_much=(3, 75, "2")), MILD),
        (heard_from("families", cost_much=(2, 75, "1.5")), MILD),
    ),
    (
        "voices-expect-less-control",
        (heard_from("people", control=("less", 50, "-1")), {"control": {"change": "same"}}),
        (heard_from("people", control=("more", 50, "1")), {"control": {"change": "same"}}),
    ),
    (
        "voices-without-people",
        (heard_from("families", "others", could_use=("alone", 50, None)), ALL_IS_WELL),
        (heard_from("people", could_use=("alone", 50, None)), ALL_IS_WELL),
    ),
    *(
        (slug, (heard_from("families"), NOBODY_ASKED), (heard_from(group), NOBODY_ASKED))
        for slug, group in (
            ("people-not-asked", "people"),
            ("frontline-not-asked", "frontline"),
            ("volunteers-left-out", "volunteers"),
        )
    ),
    (
        "affected-but-not-asked",
        (heard_from("people"), involved(families="not-yet")),
        (heard_from("families"), involved(families="not-yet")),
    ),
    (
        "voices-not-in-the-answers",
        (heard_from("people"), involved(people="told")),
        (heard_from("people", "others"), involved(people="asked")),
    ),
    ("worries-guessed", (None, NOBODY_ASKED), (None, involved(people="told"))),
    ("worries-guessed", (None, NOBODY_ASKED), (heard_from("everyone"), NOBODY_ASKED)),
]


def found(facts):
    return {finding.slug: finding for finding in findings(facts, contents())}


@pytest.mark.parametrize(("slug", "wrong", "_right"), TABLE)
def test_it_speaks_when_something_is_weak(slug, wrong, _right):
    assert slug in found(complete_facts(wrong))


@pytest.mark.parametrize(("slug", "_wrong", "right"), TABLE)
def test_it_is_silent_when_all_is_well(slug, _wrong, right):
    assert slug not in found(complete_facts(right))


@pytest.mark.parametrize(("slug", "speaks", "silent"), VOICES)
def test_it_speaks_when_people_see_it_otherwise_and_is_silent_when_they_agree(slug, speaks, silent):
    for expected, (heard, changes) in ((True, speaks), (False, silent)):
        assert (slug in found(complete_facts(changes, heard))) is expected


def test_the_worries_that_people_have_more_than_assumed_are_named():
    heard = heard_from("families", "frontline", cost_much=(3, 75, "3"), replace_people=(0, 75, "0"))
    facts = complete_facts({"anxieties": {"cost-much": 1, "replace-people": 2}}, heard)
    assert found(facts)["voices-worry-more"].about == "“Will it cost much?”"


def test_every_check_has_words_a_condition_and_a_line_in_the_table():
    worded = set(contents().checks)
    assert worded == set(CONDITIONS) | set(READS_CONTENT)
    assert worded == {slug for slug, _wrong, _right in (*TABLE, *VOICES)}


def test_every_check_leads_to_a_step_that_is_there():
    anywhere = {"anxiety-SLUG", "readiness-DIMENSION"}
    assert {words.step for words in contents().checks.values()} <= set(STEPS) | anywhere


def test_exactly_the_four_checks_of_the_rules_stop():
    stopping = {slug for slug, words in contents().checks.items() if words.severity == "stop"}
    assert stopping == set(STOPS)


def test_what_stops_comes_first_then_warnings_then_notes():
    facts = complete_facts(
        both(involved(people="told", finance="not-yet"), time(confidence="guess"))
    )
    severities = [finding.severity for finding in findings(facts, contents())]
    assert severities == sorted(severities, key=["stop", "warn", "note"].index)
    assert severities[0] == "stop"


def test_a_manager_who_has_answered_nothing_is_told_off_for_nothing():
    assert findings(facts_of({}), contents()) == []


def test_worries_and_sides_of_readiness_are_named_together_and_each_can_be_reached():
    facts = complete_facts(
        {
            "anxieties": {"cost-much": 2, "free-up-time": 2},
            "anxiety-cost-much": {"response": ""},
            "readiness-purpose": {"good_enough": "no"},
            "readiness-information": {"good_enough": "no"},
        }
    )
    all_found = findings(facts, contents())
    assert len({f.slug for f in all_found}) == len(all_found)
    worries, unready = found(facts)["strong-worry-unanswered"], found(facts)["not-ready"]
    assert f"“{contents().anxieties['cost-much'].worry}”" in worries.about
    assert f"“{contents().anxieties['free-up-time'].worry}”" in worries.about
    assert worries.step == worries.steps[0]
    assert set(worries.steps) == {"anxiety-cost-much", "anxiety-free-up-time"}
    assert unready.about == "“Purpose” and “Information”"
    assert unready.steps == ("readiness-purpose", "readiness-information")


def test_what_is_put_off_contradicts_nothing_yet():
    answers = complete_answers({"readiness-inclusion": {"s2": 0}})
    assert "another-way-said-and-not-there" not in found(facts_of(answers, later=["inclusion"]))


def test_a_worry_put_off_has_no_answer_yet():
    facts = facts_of(complete_answers(), later=["anxiety-cost-much"])
    assert found(facts)["strong-worry-unanswered"].step == "anxiety-cost-much"


def test_the_rows_in_question_are_named_together_as_they_were_written():
    facts = complete_facts(
        costs({"confidence": "guess"}, {"label": "<b>Wi-Fi</b>", "confidence": "guess"})
    )
    assert found(facts)["cost-with-no-source"].about == "“Handsets” and “<b>Wi-Fi</b>”"


def test_what_is_looked_at_too_soon_is_named_by_its_outcome_or_else_by_its_number():
    facts = complete_facts(both(starts("2028-01"), looks("2027-10", "2028-01", "2027-11")))
    early = found(facts)["look-before-the-start"]
    assert early.about == "“More time with people in the evening” and “3”"
    assert early.step == "tracking"


def test_dates_put_off_half_done_are_not_judged_yet():
    answers = complete_answers(both(starts("2027-01"), planned("2027-01"), looks("2026-01")))
    late = ["plan", "milestones", "tracking"]
    put_off = findings(facts_of(answers, later=late), contents())
    assert not {each.step for each in put_off} & set(late)


def test_a_group_is_called_by_its_name():
    facts = complete_facts(involved(families="not-yet"))
    assert found(facts)["affected-but-not-asked"].about == "“Families and friends”"


def test_rows_put_off_half_done_are_not_judged_yet():
    answers = complete_answers({"costs": {"rows": [{"label": "Handsets", "confidence": "guess"}]}})
    assert "cost-with-no-source" not in found(facts_of(answers, later=["costs"]))


def test_a_check_that_somebody_added_in_the_catalogue_finds_nothing():
    words = contents()
    invented = words.checks["no-risks"].__class__(slug="invented", severity="note", step="risks")
    more = words.__class__(**{**vars(words), "checks": {"invented": invented}})
    assert findings(complete_facts(), more) == []


@pytest.mark.parametrize("step", MONEY_STEPS)
def test_a_case_with_one_money_step_alone_is_checked_without_its_figures(step):
    answers = {step: complete_answers()[step]}
    assert isinstance(findings(Facts(answers, today=TODAY), contents()), list)


def test_a_second_condition_for_a_check_is_refused():
    with pytest.raises(ValueError, match="Two conditions for the check no-risks"):
        check("no-risks")(lambda facts: False)
