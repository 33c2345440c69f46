"""A curious reader takes what is shown from the totals, and finds nobody."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.desk.insights.counts import Counts
from readiness.desk.insights.filters import Picked
from readiness.desk.insights.small_numbers import LEAST, small, withheld
from readiness.desk.insights.subjects import AVENUE, VERDICT
from readiness.desk.insights.tables import tables
from tests.cases.builders import contents


@pytest.mark.parametrize(
    ("numbers", "hidden", "whole"),
    [
        # nothing small: nothing withheld
        ([10, 20, 30], [], False),
        ([0, 20, 30], [], False),
        # one small: the next smallest goes with it, or a reader could subtract
        ([3, 20, 30], [0, 1], False),
        ([0, 3, 30, 20], [1, 3], False),
        # two small that are five together hide each other
        ([3, 2, 30], [0, 1], False),
        ([1, 2, 30, 9], [0, 1, 3], False),
        # nothing is left to hide it with: the total goes as well
        ([3, 0, 0], [0], True),
        ([4], [0], True),
        ([], [], False),
    ],
)
def test_what_is_withheld_of_some_numbers(numbers, hidden, whole):
    found = withheld((sum(numbers),), {n: (number,) for n, number in enumerate(numbers)})
    assert sorted(found.parts) == hidden
    assert found.whole is whole


def test_those_whom_a_filter_leaves_out_cannot_be_found_by_subtracting():
    found = withheld((30,), {"a": (10,), "b": (20,)}, outside=(3,))
    assert found.whole
    assert found.parts == {"a"}


def test_where_the_few_stand_in_another_part_too_a_reader_learns_nothing_by_subtracting():
    found = withheld((20,), {"care homes": (20,), "nursing homes": (3,)})
    assert found.parts == {"nursing homes"}
    assert not found.whole


def test_a_column_that_is_withheld_already_stays_so_and_is_hidden_well():
    found = withheld((40,), {"a": (7,), "b": (13,), "c": (20,)}, also={"a"})
    assert found.parts == {"a"}


COLUMN = st.tuples(st.integers(0, 30), st.integers(0, 30))


def organised(columns):
    """How many organisations stand in each column, five or none, and how many of them say so."""
    return [(n, k % (n + 1)) if n >= LEAST else (0, 0) for n, k in columns]


def can_be(unknown: dict, total: int) -> dict[object, tuple[int, int]]:
    """The least and the most that each unknown number can be; each has its own most."""
    room = sum(unknown.values())
    return {key: (max(0, total - room + n), min(n, total)) for key, n in unknown.items()}


@settings(max_examples=120, deadline=None)
@given(st.lists(COLUMN, max_size=6), st.lists(COLUMN, max_size=1))
def test_a_reader_who_knows_the_rest_cannot_tell_a_small_number(columns, left_out):
    said = {place: (k, n - k) for place, (n, k) in enumerate(organised(columns))}
    whole = tuple(map(sum, zip((0, 0), *said.values(), strict=True)))
    outside = next(((k, n - k) for n, k in organised(left_out)), None)
    found = withheld(whole, said, outside=outside)

    shown = [numbers for place, numbers in said.items() if place not in found.parts]
    assert not any(small(each) for numbers in shown for each in numbers)
    # The reader knows how many organisations stand in each column, but not how many say so.
    unknown = {place: sum(said[place]) for place in found.parts}
    known = whole[0]
    if found.whole:
        everywhere = tuple(map(sum, zip(whole, outside or (0, 0), strict=True)))
        if outside is None or any(small(each) for each in everywhere):
            return  # no total is to be found, here or on the page without filters
        unknown["outside"], known = sum(outside), everywhere[0]
    ranges = can_be(unknown, known - sum(k for k, _rest in shown))
    truth = {**said, "outside": outside}
    for place, (least, most) in ranges.items():
        if any(small(each) for each in truth[place]):
            assert most - least >= LEAST - 1, (place, least, most)


def counts(measure, slugs, columns, numbers):
    """Counts of a measure; where its rows make up the whole, each organisation is in one."""
    found, draw = {}, iter(numbers)
    for column in columns:
        said = {slug: next(draw) for slug in slugs}
        sent = sum(said.values()) if measure.whole else max(said.values()) + next(draw)
        found |= {(measure.kind, slug, column): number for slug, number in said.items()}
        found["sent", "", column] = sent
    for kind, slug in {key[:2] for key in found}:
        found[kind, slug, None] = sum(found[kind, slug, column] for column in columns)
    return Counts(found, found)


def differences(table):
    """Whatever can be worked out from a table by taking away."""
    lines = [table.base, *table.lines]
    for line in lines:
        cells = [cell.count for cell in line.cells]
        if line.total.count is not None:
            yield line.total.count - sum(each or 0 for each in cells)
        yield from (each for each in (line.total.count, *cells) if each is not None)
    for place in range(-1, len(table.columns)):
        column = [(each.total, *each.cells)[place + 1].count for each in lines]
        base, *said = column
        if base is not None:
            yield from (base - each for each in said if each is not None)
            if table.measure.whole:
                yield base - sum(each or 0 for each in said)


NATIONS = ["england", "wales", "scotland", "northern-ireland"]


@pytest.mark.parametrize(
    ("measure", "slugs"),
    [
        (VERDICT, ["go-ahead", "get-ready", "not-now", "unknown"]),
        (AVENUE, ["crm", "mobile-working"]),
    ],
    ids=["verdicts", "ways forward"],
)
@settings(deadline=None)
@given(numbers=st.lists(st.integers(0, 9), min_size=16, max_size=16))
def test_no_subtraction_in_a_table_leads_to_a_small_group(measure, slugs, numbers):
    found = counts(measure, slugs, NATIONS, numbers)
    for table in tables([measure], found, Picked(split="nation"), contents()):
        assert [number for number in differences(table) if small(number)] == []


def test_where_a_column_says_too_much_all_its_verdicts_are_withheld():
    found = {
        ("verdict", "go-ahead", "england"): 20,
        ("verdict", "not-now", "england"): 9,
        ("verdict", "go-ahead", "wales"): 7,
        ("verdict", "not-now", "wales"): 2,
        ("verdict", "go-ahead", "scotland"): 6,
        ("verdict", "not-now", "scotland"): 8,
        ("sent", "", "england"): 29,
        ("sent", "", "wales"): 9,
        ("sent", "", "scotland"): 14,
        ("verdict", "go-ahead", None): 33,
        ("verdict", "not-now", None): 19,
        ("sent", "", None): 52,
    }
    (table,) = tables([VERDICT], Counts(found, found), Picked(split="nation"), contents())

    assert table.columns == ("England", "Wales", "Scotland")
    assert [cell.count for cell in table.base.cells] == [29, 9, 14]
    go_ahead = table.lines[0]
    assert go_ahead.total.count == 33
    assert [cell.count for cell in go_ahead.cells] == [20, None, None]
