"""A need that starts from a product is noticed, so that it can be asked again, kindly.

It is a nudge and not a gate: one that is missed does less harm than one that nags.
"""

from pathlib import Path

import pytest
import yaml

from readiness.catalogue.models import ProductWord
from readiness.catalogue.solution_first import product_words_in, starts_from_product

FRESH = yaml.safe_load(Path(__file__).with_name("fresh_needs.yaml").read_text(encoding="utf-8"))
TRIED, HELD_OUT = FRESH["tried"], FRESH["held_out"]

# Each with the pattern it should meet.
STARTS_FROM_A_PRODUCT = [
    ("We need an app for our carers.", "wants-a-product"),
    ("We need a new care planning system.", "wants-a-product"),
    ("Staff want tablets so they can write notes in the room.", "wants-a-product"),
    ("We would like acoustic monitoring in all 40 bedrooms.", "wants-a-product"),
    ("Families would love a portal where they can see photos.", "wants-a-product"),
    ("We are looking for software to do the rota.", "wants-a-product"),
    ("The charity could do with a proper CRM.", "wants-a-product"),
    ("We're interested in robot pets for the dementia unit.", "wants-a-product"),
    ("Our finance lead wants one joined-up system for invoices and pay.", "wants-a-product"),
    ("We need better technology.", "wants-a-product"),
    ("We are considering smart speakers for tenants who live alone.", "wants-a-product"),
    ("We want to buy falls detectors before the winter.", "wants-to-get-a-product"),
    ("The board has decided to invest in AI.", "wants-to-get-a-product"),
    ("We need to move to electronic care plans by April.", "wants-to-get-a-product"),
    ("It is time to get a modern phone system.", "wants-to-get-a-product"),
    ("We are hoping to pilot wearables with ten people.", "wants-to-get-a-product"),
    (
        "We must introduce electronic call monitoring because the council is asking for it.",
        "wants-to-get-a-product",
    ),
    ("I want all staff to use an app for handover.", "wants-to-get-a-product"),
    ("This is about installing CCTV in the lounges.", "getting-a-product-is-the-aim"),
    ("Rolling out tablets to every home in the group.", "getting-a-product-is-the-aim"),
    (
        "We are asking the trustees for approval for buying laptops for the befrienders.",
        "getting-a-product-is-the-aim",
    ),
    ("Buy sensors for the new wing.", "imperative"),
    ("To implement a digital platform across our supported living services.", "imperative"),
    ("Upgrade to smart pendants.", "imperative"),
    ("An app to tell families what Mum had for lunch.", "begins-with-a-product"),
    ("Digital care records for all three homes.", "begins-with-a-product"),
    ("Sensors in every bedroom, linked to the night staff.", "begins-with-a-product"),
    ("A dashboard so that managers can see overdue reviews.", "begins-with-a-product"),
    ("The problem is simple: we don't have a CRM.", "we-lack-a-product"),
    ("Our service still has no rostering software and it is 2026.", "we-lack-a-product"),
    ("We only have paper, and the home lacks a single computer system.", "we-lack-a-product"),
    ("Lack of a booking system for day centre places.", "lack-of-a-product"),
    ("There is no app for volunteers to log their visits.", "lack-of-a-product"),
    ("We want to go paperless this year.", "going-digital"),
    ("The commissioner says that every provider must go digital.", "going-digital"),
    ("We need to digitise our medicines charts.", "digitise-it"),
    ("Automating invoices and payroll would be a start.", "digitise-it"),
    ("Our strategy commits us to digital transformation.", "digitise-it"),
    ("Replacing the wall planner with an online booking tool.", "replace-it-with-a-product"),
    ("Swap paper MAR charts for eMAR in both homes.", "replace-it-with-a-product"),
    ("We saw an exoskeleton at a show and the team were very taken with it.", "seen-or-offered"),
    ("There is a grant for telecare and we should not miss it.", "seen-or-offered"),
    ("A company has offered us a free trial of night sensors.", "seen-or-offered"),
    ("Every other home in town has digital records and we look old-fashioned.", "others-have-it"),
    (
        "Falls are a worry and some new sensors would help the night staff.",
        "product-would-solve-it",
    ),
    ("Handover is a mess. A simple app would solve it.", "product-would-solve-it"),
]

# Each with why it should be left alone.
SAYS_WHAT_GOES_WRONG = [
    (
        "Night staff cannot find what the day staff wrote, so people are asked the same thing twice.",
        "a problem with no product in it",
    ),
    (
        "Eleven people fell at night in March and we did not know for up to two hours.",
        "a problem with a figure",
    ),
    ("Care workers spend the last 40 minutes of each shift on paperwork.", "names paper"),
    (
        "Families ring about 40 times a week to ask how their relative is.",
        "a problem with a figure",
    ),
    (
        "Carers arrive late because the round is planned without thinking about traffic.",
        "a problem in how work is planned",
    ),
    ("People tell us they never know who is coming to their door.", "what people say"),
    (
        "The tablets we have are flat by lunch time, so notes are written up at home.",
        "a product that is there already and fails",
    ),
    (
        "Our care planning system crashes twice a week and staff lose what they typed.",
        "a product that is there already and fails",
    ),
    (
        "Our sensors go off 30 times a night and staff have begun to ignore them.",
        "a product that is there already and fails",
    ),
    (
        "We need fewer alarms from the door sensors, because people are woken by them.",
        "wants less of it",
    ),
    (
        "We installed cameras in 2021 and families still say that they feel in the dark.",
        "got already",
    ),
    ("Since moving to digital records, agency staff cannot read the plans.", "got already"),
    (
        "Staff have to log into three systems to write up one fall.",
        "systems are how things are now",
    ),
    ("Staff need to type the same note twice, in two systems.", "the need is about typing"),
    (
        "Half the people we support have no smartphone and miss the text about their visit.",
        "what people lack in their own lives",
    ),
    (
        "Residents have no Wi-Fi in their rooms, so they cannot call their families.",
        "a real lack for people; a connection is not a product here",
    ),
    ("One tenant wants to sleep with no carer in the house.", "one person's wish"),
    (
        "She would like to go to the shop by herself and be able to find her way back.",
        "one person's wish",
    ),
    (
        "He needs two carers to move him, and we can rarely send two at the same time.",
        "a need for people",
    ),
    (
        "We cannot fill four night posts, and the rota is held together with agency.",
        "rota is the work",
    ),
    (
        "Volunteers stop coming because booking a slot takes three phone calls.",
        "a problem in how work is done",
    ),
    (
        "Last quarter we missed 19 medicines, most of them at weekends.",
        "medicines charts are not asked for",
    ),
    ("People with sight loss cannot read the letters we send.", "a problem for people"),
    (
        "We do not know how many people we helped last year, and funders have begun to ask.",
        "a problem of not knowing",
    ),
    (
        "Three referrals were lost in March because they came by e-mail, phone and post.",
        "names channels",
    ),
    ("Families want to hear from a person, not a machine.", "wants less of it"),
    ("Older members are told to use the website and give up.", "a product that shuts people out"),
    (
        "The council's portal times out before we can send the invoices.",
        "somebody else's product that fails",
    ),
    (
        "GPs ring back after five, when the nurse who knows the person has gone home.",
        "a problem of timing",
    ),
    (
        "We have a good system for handovers, but new starters do not learn it.",
        "system means a way of doing things",
    ),
    (
        "There is no system for telling the kitchen about a change of diet.",
        "system means a way of doing things",
    ),
    (
        "It takes nine days to bill for a visit, and 6% of bills are wrong.",
        "a problem with figures",
    ),
    ("Two people went missing from the garden this year.", "a problem with a figure"),
    ("Staff hurt their backs when they help people out of low chairs.", "a problem for staff"),
    ("Carers use their own phones for work and some have run out of data.", "how things are now"),
    ("Passwords are shared because signing in takes four minutes.", "how things are now"),
    ("People are lonely on Sundays when there are no activities.", "a problem for people"),
    (
        "The old phone lines are being switched off and 60 people's alarms depend on them.",
        "a change from outside",
    ),
    (
        "Our social media page gets complaints that nobody answers for days.",
        "names a channel as the place of the problem",
    ),
    (
        "Managers spend Fridays copying figures from one form to another for the commissioner.",
        "a problem in how work is done",
    ),
    (
        "The app we pay for does everything we want, but only six of 40 staff open it.",
        "a product that is there already and is not used",
    ),
    (
        "We do not want cameras. We want to know sooner when someone is on the floor.",
        "says no to a product and gives the need",
    ),
    (
        "People we support tell us that the talking clock is unkind and too loud.",
        "a product that is there already and fails",
    ),
    (
        "It takes a coordinator two days a week to plan visits, and Monday's plan is out of date by nine.",
        "a problem with figures",
    ),
    ("Care plans are reviewed late: 23 of 58 were overdue in May.", "a problem with figures"),
    ("Deaf tenants cannot use the door entry phone.", "a product that shuts people out"),
]


@pytest.mark.parametrize(("text", "pattern"), STARTS_FROM_A_PRODUCT)
def test_a_need_that_starts_from_a_product_is_noticed(text, pattern, product_words):
    met = starts_from_product(text, product_words)
    assert met is not None
    assert met.slug == pattern
    assert met.ask.endswith("?")


@pytest.mark.parametrize(("text", "because"), SAYS_WHAT_GOES_WRONG)
def test_a_need_that_says_what_goes_wrong_is_left_alone(text, because, product_words):
    assert starts_from_product(text, product_words) is None, because


@pytest.mark.parametrize("text", TRIED["starts_from_a_product"])
def test_what_care_managers_type_of_products_is_noticed(text, product_words):
    assert starts_from_product(text, product_words)


@pytest.mark.parametrize("text", TRIED["says_what_goes_wrong"] + HELD_OUT["says_what_goes_wrong"])
def test_what_care_managers_type_of_their_troubles_starts_from_no_product(text, product_words):
    assert starts_from_product(text, product_words) is None


def test_there_are_forty_fresh_sentences_of_each_kind_and_each_stands_once():
    for part in (TRIED, HELD_OUT):
        assert all(len(texts) >= 40 for texts in part.values())
    every = [text for part in (TRIED, HELD_OUT) for texts in part.values() for text in texts]
    assert len(every) == len(set(every))


def test_of_forty_sentences_that_nobody_tuned_for_twenty_two_meet_a_pattern(product_words):
    met = [bool(starts_from_product(t, product_words)) for t in HELD_OUT["starts_from_a_product"]]
    assert (sum(met), len(met)) == (22, 40)


def test_of_the_same_forty_thirty_six_are_asked_again_as_a_product_is_named(product_words):
    asked = [
        bool(starts_from_product(text, product_words) or product_words_in(text, product_words))
        for text in HELD_OUT["starts_from_a_product"]
    ]
    assert (sum(asked), len(asked)) == (36, 40)


def test_of_forty_troubles_that_nobody_tuned_for_few_name_a_product(product_words):
    named = [t for t in HELD_OUT["says_what_goes_wrong"] if product_words_in(t, product_words)]
    assert len(named) <= 4, named


@pytest.mark.parametrize(
    "text",
    [
        "Some people take their tablets twice and some forget them.",
        "He takes his tablets at the wrong time.",
        "The tablet trolley takes two hours to go round.",
        "She was given six tablets twice in one night.",
    ],
)
def test_a_tablet_that_is_swallowed_is_no_product(text, product_words):
    assert product_words_in(text, product_words) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We want Tablets and an app, and an app.", ["Tablets", "app"]),
        ("The old\nlap  top is slow.", ["lap top"]),
        ("A new computer system would help.", ["new computer system"]),
        ("Digital care records and bed sensors", ["Digital care records", "bed sensors"]),
        ("They appear happy in the apple orchard.", []),
        ("Night staff cannot find what the day staff wrote.", []),
        ("", []),
    ],
)
def test_the_words_for_a_product_are_told_as_they_were_typed(text, words, product_words):
    assert product_words_in(text, product_words) == words


def test_a_curly_apostrophe_is_as_good_as_a_straight_one(product_words):
    assert starts_from_product("We’d like an app for the carers.", product_words)


def test_every_pattern_is_met_by_some_sentence(product_words):
    patterns = {word.slug for word in product_words if word.kind == ProductWord.Kind.PATTERN}
    assert patterns == {pattern for _, pattern in STARTS_FROM_A_PRODUCT}


def test_with_no_words_to_look_for_nothing_is_noticed():
    assert starts_from_product("We need an app.", []) is None
    assert product_words_in("We need an app.", []) == []


def test_only_the_beginning_of_a_very_long_text_is_looked_at(product_words):
    assert starts_from_product("Word. " * 1000 + "We need an app.", product_words) is None
    assert starts_from_product("We need an app. " + "new " * 100_000, product_words)
