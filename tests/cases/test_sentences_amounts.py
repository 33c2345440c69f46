"""How amounts are said."""

from decimal import Decimal

import pytest

from readiness.cases import amounts


@pytest.mark.parametrize(
    ("say", "amount", "words"),
    [
        (amounts.pounds, "30030", "£30,030"),
        (amounts.pounds, "74583.60", "£74,584"),
        (amounts.pounds, "99.994", "£99.99"),
        (amounts.pounds, "99.996", "£100"),
        (amounts.pounds, "6.965", "£6.97"),
        (amounts.pounds, "5", "£5.00"),
        (amounts.pounds, "0", "£0"),
        (amounts.pounds, "-0.004", "£0"),
        (amounts.pounds, "-1234.5", "−£1,235"),
        (amounts.pounds_and_pence, "6.972", "£6.97"),
        (amounts.pounds_and_pence, "1250", "£1,250.00"),
        (amounts.hours, "2378.13", "2,378 hours"),
        (amounts.hours, "1", "1 hour"),
        (amounts.hours, "0.96", "1 hour"),
        (amounts.hours, "4.55", "4.6 hours"),
        (amounts.hours, "6", "6 hours"),
        (amounts.hours, "0", "0 hours"),
        (amounts.minutes, "6.04", "6 minutes"),
        (amounts.minutes, "6.5", "6.5 minutes"),
        (amounts.minutes, "1", "1 minute"),
        (amounts.percent, "55.87", "55.9%"),
        (amounts.percent, "30.00", "30%"),
        (amounts.percent, "1200", "1,200%"),
        (amounts.number, "100", "100"),
        (amounts.staff, "2", "two members of staff"),
        (amounts.staff, "1.00", "one member of staff"),
        (amounts.staff, "1.50", "1.5 full-time posts"),
        (amounts.staff, "0.20", "one day a week of extra staff"),
        (amounts.staff, "0.5", "half a post of extra staff"),
        (amounts.staff, "0.3", "about 30% of a full-time post"),
        (amounts.posts, "0.48", "about half of a full-time post"),
        (amounts.posts, "0.002", "less than 1% of a full-time post"),
        (amounts.posts, "1", "one full-time post"),
        (amounts.posts, "2.4", "2.4 full-time posts"),
    ],
)
def test_an_amount_is_said_in_words(say, amount, words):
    assert say(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 months"),
        (1, "1 month"),
        (17, "17 months"),
        (23, "23 months"),
        (24, "2 years"),
        (25, "2 years and 1 month"),
        (41, "3 years and 5 months"),
    ],
)
def test_months_become_years_from_two_years_on(count, words):
    assert amounts.months(count) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("0.4", "less than 1%"),
        ("0", "about 0%"),
        ("7.5", "about 8%"),
        ("25.4", "about a quarter"),
        ("33.3", "about a third"),
        ("49.6", "about half"),
        ("53.9", "about 54%"),
        ("66.7", "about two thirds"),
        ("75", "about three quarters"),
        ("1200.4", "about 1,200%"),
    ],
)
def test_a_share_of_what_is_only_expected_is_said_roughly(share, words):
    assert amounts.about(Decimal(share)) == words


def test_counts_have_their_nouns():
    assert (amounts.people(1), amounts.people(1200)) == ("1 person", "1,200 people")
    assert (amounts.places(1), amounts.places(2)) == ("1 place", "2 places")
    assert (amounts.years(1), amounts.years(5)) == ("1 year", "5 years")


@pytest.mark.parametrize(
    ("words", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_reads_as_it_is_spoken(words, said):
    assert amounts.listed(words) == said
