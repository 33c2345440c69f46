"""What a case's own figures say to each worry, also where that speaks against buying."""

import pytest

from readiness.cases.sentences import holding, say
from readiness.cases.sentences.anxieties import ON_FACTS, ON_FIGURES
from tests.cases import what_sentences_read
from tests.cases.builders import ANXIETIES, complete_facts, contents
from tests.cases.what_sentences_read import read_by


def minutes(low, likely, high):
    three = zip(("low", "likely", "high"), (low, likely, high), strict=True)
    return {"time": {f"minutes_saved_{name}": value for name, value in three}}


def cost(**amounts):
    row = {"label": "Licences", "category": "licences", "confidence": "quoted"} | amounts
    return {"costs": {"rows": [row]}}


AS_GIVEN: dict = {}
FAR_TOO_DEAR = cost(per_year="90000.00")
NO_CHANGE = dict.fromkeys(
    ("change_description", "change_one_off", "change_minutes_saved", "change_saving")
)

# The worry, what differs from the complete case, a sentence that is said, and one that is not.
SPEAKS_FOR = [
    (
        "improve-productivity",
        AS_GIVEN,
        "The figures give back about 2,378 hours a year once everyone is using it.",
        "Each shift would have to save",
    ),
    (
        "improve-productivity",
        AS_GIVEN,
        "if each shift saves 6 minutes or more. The case expects 14 minutes.",
        "falls short",
    ),
    (
        "free-up-time",
        AS_GIVEN,
        "The case expects 14 minutes of the 55 minutes that this takes on a shift to come back.",
        "The case does not expect this to free up time.",
    ),
    (
        "free-up-time",
        {"time": {"cashable_percent": "0"}},
        "None of the time is counted as cash, so all 2,378 hours a year can go to people.",
        "That part cannot also be time with people.",
    ),
    (
        "replace-people",
        {"time": {"cashable_percent": "0"}},
        "This case takes no money from anyone’s hours.",
        "That means paying for fewer hours",
    ),
    (
        "replace-people",
        AS_GIVEN,
        "The case says that people would have more choice and control.",
        "less choice and control",
    ),
    ("cost-much", AS_GIVEN, "The first year fits the budget of £32,000.", "goes over the budget"),
    (
        "cost-much",
        {"time": {"cashable_percent": "100"}},
        "It pays for itself in cash, on the likely figures.",
        "It does not pay for itself in cash.",
    ),
    (
        "cost-much",
        {"alternatives": {"cost_of_waiting": "20000.00"}},
        "Carrying on as now would cost £20,000 extra a year.",
        "costs more than it gives",
    ),
    (
        "doing-it-yourself",
        AS_GIVEN,
        "Each person who uses it gets 6 hours to learn.",
        "No time to learn is counted.",
    ),
    (
        "doing-it-yourself",
        AS_GIVEN,
        "Those who cannot use it have another way now.",
        "have no other way yet",
    ),
    (
        "future-proof",
        AS_GIVEN,
        "With time counted, it would pay back after 17 months, out of 5 years.",
        "It would not pay back",
    ),
    (
        "rigid-project-management",
        AS_GIVEN,
        "The benefit could fall by about 56% before it is worth less than spending nothing.",
        "There is little room for drift.",
    ),
    (
        "two-members-of-staff",
        AS_GIVEN,
        "The technology gives back 2,378 hours a year at £6.97 an hour. "
        "Two members of staff would give 3,300 hours at £18.91.",
        "On these figures the person who said it was right.",
    ),
    (
        "two-members-of-staff",
        AS_GIVEN,
        "The technology costs £74,584 over 5 years. Two members of staff would cost £312,000.",
        "It is true.",
    ),
    (
        "two-members-of-staff",
        {"alternatives": {"extra_fte": "1"}},
        "The technology gives at least as many hours, in small pieces across every shift.",
        "Extra staff give more hours in all",
    ),
]
SPEAKS_AGAINST = [
    (
        "improve-productivity",
        minutes(0, 1, 2),
        "Each shift would have to save 6 minutes for it to be worth as much as spending nothing.",
        "The benefit could fall by",
    ),
    (
        "improve-productivity",
        minutes(-20, -10, 0),
        "On the likely figures it takes about 1,699 hours a year.",
        "The figures give back",
    ),
    (
        "improve-productivity",
        minutes(-5, 14, 20),
        "At the low end it takes time away from staff: about 849 hours a year.",
        "Even with no time saved",
    ),
    (
        "free-up-time",
        minutes(0, 0, 0),
        "The case does not expect this to free up time.",
        "The case expects",
    ),
    (
        "free-up-time",
        minutes(-20, -10, 0),
        "The case expects it to take longer than today.",
        "to come back",
    ),
    (
        "free-up-time",
        {"alternatives": {"change_minutes_saved": 14}},
        "Changing how the work is done, with no new technology, would give back 2,378 hours a year.",
        "679 hours",
    ),
    (
        "replace-people",
        {"time": {"cashable_percent": "100"}},
        "Much of the saved time is counted as cash (100%). "
        "In plain words, this case needs fewer paid hours.",
        "That is not a post.",
    ),
    (
        "replace-people",
        {"time": {"cashable_percent": "20"}},
        "The case counts 20% of the saved time as cash. That means paying for fewer hours",
        "That is not a post.",
    ),
    (
        "replace-people",
        {"control": {"change": "less"}},
        "The case says that people would have less choice and control.",
        "more choice and control",
    ),
    (
        "cost-much",
        FAR_TOO_DEAR,
        "Even with time counted, it costs more than it gives on the likely figures.",
        "It pays for itself",
    ),
    (
        "cost-much",
        FAR_TOO_DEAR,
        "The first year goes over the budget of £32,000, by £91,552.",
        "fits the budget",
    ),
    (
        "cost-much",
        FAR_TOO_DEAR,
        "It would not pay back within 5 years, even with time counted.",
        "would pay back after",
    ),
    (
        "cost-much",
        AS_GIVEN,
        "It does not pay for itself in cash.",
        "It pays for itself in cash",
    ),
    (
        "doing-it-yourself",
        {"alternatives": {"change_minutes_saved": 14}},
        "Doing it better, with no new technology, comes out at least as well as buying.",
        "It could be a first step.",
    ),
    (
        "doing-it-yourself",
        {"cost-assumptions": {"training_hours": "0"}},
        "No time to learn is counted. That is doing it yourself, in the worst sense.",
        "Ask whether that is enough.",
    ),
    (
        "doing-it-yourself",
        {"inclusion": {"alternative": "none"}},
        "People who cannot use it have no other way yet.",
        "have another way now",
    ),
    (
        "doing-it-yourself",
        {"alternatives": NO_CHANGE},
        "Nobody has said what could be done without new technology",
        "comes out at least as well",
    ),
    (
        "future-proof",
        FAR_TOO_DEAR,
        "It would not pay back in 5 years, even with time counted. "
        "The money alone is no reason to buy.",
        "less is lost",
    ),
    (
        "future-proof",
        minutes(0, 6, 20),
        "With time counted, it would take 4 years and 7 months to pay back, out of 5 years.",
        "less is lost",
    ),
    (
        "future-proof",
        {"cost-assumptions": {"years": 10}},
        "The case counts on 10 years. Few systems stay the same for that long.",
        "It would not pay back",
    ),
    (
        "rigid-project-management",
        FAR_TOO_DEAR,
        "There is no room for drift. On likely figures it is already worth less than spending nothing.",
        "There is room to learn on the way.",
    ),
    (
        "rigid-project-management",
        minutes(0, 7, 20),
        "A fall in the benefit of about 14% makes it worth less than spending nothing.",
        "There is room to learn on the way.",
    ),
    (
        "rigid-project-management",
        minutes(0, 6, 20),
        "A fall in the benefit of less than 1% makes it worth less than spending nothing.",
        "There is room to learn on the way.",
    ),
    (
        "two-members-of-staff",
        {"alternatives": {"extra_pay": "1.00"}},
        "Hour for hour, extra staff are cheaper. On these figures the person who said it was right.",
        "the technology is cheaper",
    ),
    (
        "two-members-of-staff",
        FAR_TOO_DEAR,
        "It is true. The same money each year would pay for 3.83 full-time posts.",
        "not two",
    ),
    (
        "two-members-of-staff",
        minutes(0, 0, 0),
        "We cannot price an hour of the technology, because it gives none back",
        "the technology is cheaper",
    ),
]


@pytest.mark.parametrize(("worry", "changes", "is_said", "is_not"), SPEAKS_FOR + SPEAKS_AGAINST)
def test_in_each_situation_the_case_s_own_figures_answer_the_worry(worry, changes, is_said, is_not):
    texts = " ".join(say("anxiety", worry, complete_facts(changes), contents()))
    assert is_said in texts
    assert is_not not in texts


@pytest.mark.parametrize("table", [SPEAKS_FOR, SPEAKS_AGAINST], ids=["for", "against"])
def test_for_each_worry_there_are_situations_on_both_sides(table):
    assert {worry for worry, *_ in table} == set(ANXIETIES)


@pytest.mark.parametrize("worry", ANXIETIES)
def test_a_worry_names_just_the_figures_that_answer_it(worry):
    named = contents().anxieties[worry].figures
    assert len(named) == len(set(named))
    assert set(named) == read_by(worry)


# What to change for each answer that a condition reads, and the sentence that comes or goes.
READ_BY_CONDITIONS = {
    "time.confidence": ({"time": {"confidence": "measured"}}, "productivity-not-timed"),
    "control.change": ({"control": {"change": "same"}}, "replace-more-control"),
    "avenues.chosen": (
        {"avenues": {"chosen": ["communication-channels"]}},
        "yourself-time-of-people",
    ),
    "inclusion.at_risk": ({"inclusion": {"at_risk": ["none"]}}, "yourself-other-way"),
    "inclusion.alternative": ({"inclusion": {"alternative": "none"}}, "yourself-other-way"),
    "costs.category": (cost(category="support", per_year="50.00"), "yourself-no-support"),
}


@pytest.mark.parametrize(("changes", "slug"), READ_BY_CONDITIONS.values(), ids=READ_BY_CONDITIONS)
def test_an_answer_that_a_worry_names_changes_what_is_said(changes, slug):
    before, after = (holding("anxiety", complete_facts(each)) for each in (AS_GIVEN, changes))
    assert slug in before ^ after


def test_every_condition_is_looked_into():
    assert {name for names in what_sentences_read.FACTS.values() for name in names} == set(
        READ_BY_CONDITIONS
    )
    assert what_sentences_read.FACTS.keys() == ON_FACTS.keys()
    slugs = {s.slug for s in contents().sentences.values() if s.kind == "anxiety"}
    assert slugs == ON_FACTS.keys() | ON_FIGURES.keys()


def test_each_sentence_about_a_worry_has_a_figure_or_an_answer_in_it():
    free_of_figures = {
        "future-leaving",
        "rigid-plan",
    }  # what no figure says, told once there are some
    for each in contents().sentences.values():
        if each.kind == "anxiety" and each.slug not in free_of_figures:
            assert what_sentences_read.read_by_sentence(each), each.slug


def test_each_worry_is_answered_on_its_page_in_three_ways(done):
    done.save("anxieties", dict.fromkeys(ANXIETIES, 3))
    for slug in ANXIETIES:
        page, anxiety = done.see(f"anxiety-{slug}"), contents().anxieties[slug]
        for text in (*anxiety.against, *anxiety.supports):
            assert text["text"] in page
        for sentence in say("anxiety", slug, complete_facts(), contents()):
            assert sentence in page
        assert f'name="anxiety-{slug}-response"' in page
