"""A curious consultant opens many pages of the insights, takes one number from another, and finds nobody.

She knows that the numbers of months add up, that a nation is a part of the whole, and so on. What she is
shown is checked against what she must never work out: a number of organisations from one to four.
"""

from collections import defaultdict
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from readiness.desk.insights import views
from readiness.desk.insights.counts import ALL, Counts
from readiness.desk.insights.filters import SPLITS, Picked
from readiness.desk.insights.periods import LENGTHS, MOST
from readiness.desk.insights.small_numbers import small
from readiness.desk.insights.subjects import SUBJECTS
from readiness.desk.insights.tables import columns_of
from tests.cases.builders import contents

START, MONTH = 2026 * 12 + 3, 2026 * 12 + 10  # April to November
EVERYBODY, NATIONS, SERVICES = ("", ""), ("england", "wales"), ("care-home", "charity")
BEFORE, AFTER = 0, 10**6  # the ends of time
NEEDS = SUBJECTS["needs"]


class Sent(NamedTuple):
    """An organisation that sent a case in a month."""

    nation: str
    service: str
    crm: bool  # whether it chose one
    month: int


def of(world: list[Sent], picked: Picked) -> list[Sent]:
    """Those that are picked."""
    since, until = picked.first or BEFORE, AFTER if picked.last is None else picked.last
    return [
        each
        for each in world
        if picked.nation in {"", each.nation} and picked.service in {"", each.service}
        if since <= each.month <= until
    ]


def said(some: list[Sent]) -> dict:
    return {("sent", ""): len(some), ("avenue", "crm"): sum(each.crm for each in some)}


def split(some: list[Sent], key) -> dict:
    return {place: [each for each in some if key(each) == place] for place in map(key, some)}


def months(some: list[Sent]) -> dict:
    return {month: said(here) for month, here in split(some, lambda each: each.month).items()}


def counted(world: list[Sent]):
    """What `counts.count` counts, here without a database."""

    def count(_kinds, picked: Picked) -> Counts:
        def column(each: Sent):
            if picked.split in LENGTHS:
                return max(each.month // LENGTHS[picked.split], picked.periods[0] - 1)
            return getattr(each, picked.split)

        here, always = of(world, picked), of(world, replace(picked, first=None, last=None))
        places = {ALL: here, **split(here, column)}
        anybody = said(of(world, replace(picked, nation="", service="")))
        return Counts(
            {(*key, place): n for place, some in places.items() for key, n in said(some).items()},
            {(*key, ALL): n for key, n in anybody.items()},
            {ALL: months(always), **{c: months(e) for c, e in split(always, column).items()}},
            {ALL: months(world)},
        )

    return count


def spans():
    """The windows of months that she picks."""
    months = [None, *range(START, MONTH + 1)]
    for first, last in product(months, months):
        if first is None or last is None or first <= last:
            yield first, last


def picks(windows):
    """The pages that she opens: every split, of everybody, of a nation, of a service."""
    groups = [EVERYBODY, *((n, "") for n in NATIONS), *(("", s) for s in SERVICES)]
    for (nation, service), split, (first, last) in product(groups, SPLITS, windows):
        periods = ()
        if split in LENGTHS:
            until = (MONTH if last is None else last) // LENGTHS[split]
            since = until - MOST + 1
            if first is not None:
                since = max(since, first // LENGTHS[split])
            periods = tuple(range(since, until + 1))
        yield Picked(nation, service, first, last, split, periods)


class Notebook:
    """What she wrote down: for each group of people and row, the numbers of spans of time."""

    def __init__(self):
        self.known = defaultdict(lambda: defaultdict(dict))

    def write(self, picked):
        """Open a page and copy what it shows."""
        (table,) = views._found(NEEDS, picked)["tables"][1:] or (None,)
        if table is None:
            return
        columns = list(columns_of(picked, views.count([], picked)))
        crm = next(line for line in table.lines if line.name.startswith("CRM"))
        for row, line in (("sent", table.base), ("crm", crm)):
            group = (picked.nation, picked.service)
            self._note(group, row, self._span(picked), line.total.count)
            for column, cell in zip(columns, line.cells, strict=True):
                if picked.split in LENGTHS:
                    self._note(group, row, self._span(picked, column), cell.count)
                elif group == EVERYBODY:
                    part = (column, "") if picked.split == "nation" else ("", column)
                    self._note(part, row, self._span(picked), cell.count)

    def _span(self, picked, period=None):
        first = BEFORE if picked.first is None else picked.first
        until = AFTER if picked.last is None else picked.last + 1
        if period is None:
            return first, until
        length = LENGTHS[picked.split]
        if period in picked.periods:
            first = max(first, period * length)
        return first, min(until, (period + 1) * length)

    def _note(self, group, row, span, number):
        if number is not None and span[0] < span[1]:
            since, until = span
            self.known[group, row][since][until] = number
            self.known[group, row][until][since] = -number

    def worked_out(self, group, row):
        """Every span whose number follows from what is known, by adding and taking away."""
        known, found = self.known[group, row], {}
        for start in list(known):
            sums, new = {start: 0}, [start]
            while new:
                here = new.pop()
                for there, number in known[here].items():
                    if there not in sums:
                        sums[there] = sums[here] + number
                        new.append(there)
            found |= {(start, end): sums[end] for end in sums if start < end}
        return found


def told(notebook):
    """Numbers of a few that follow from the notebook, each with what it is of."""
    groups = {group for group, _row in notebook.known}
    sent = {group: notebook.worked_out(group, "sent") for group in groups}
    crm = {group: notebook.worked_out(group, "crm") for group in groups}
    for group in groups:
        numbers = [("sent", sent[group]), ("crm", crm[group])]
        both = sent[group].keys() & crm[group].keys()
        numbers.append(("not crm", {s: sent[group][s] - crm[group][s] for s in both}))
        for what, found in numbers:
            yield from ((group, what, span, n) for span, n in found.items() if small(n))
        for what, mine, all_ in (
            ("sent", sent[group], sent.get(EVERYBODY, {})),
            ("crm", crm[group], crm.get(EVERYBODY, {})),
        ):
            others = {span: all_[span] - mine[span] for span in mine.keys() & all_.keys()}
            yield from (
                (group, f"others: {what}", span, n) for span, n in others.items() if small(n)
            )


def curious(world, windows):
    """The notebook after she opened every page of these windows, and of no window."""
    notebook = Notebook()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(views, "count", counted(world))
        patch.setattr(views, "anything", lambda: bool(world))
        patch.setattr(views, "contents", contents)
        for picked in picks([(None, None), *windows]):
            notebook.write(picked)
    return notebook


# How many organisations of a nation and a service sent a case in a month, and whether they chose a CRM.
ALIKE = st.builds(
    lambda number, *sent: [Sent(*sent)] * number,
    st.integers(1, 7),
    st.sampled_from(NATIONS),
    st.sampled_from(SERVICES),
    st.booleans(),
    st.integers(START, MONTH),
)
WORLD = st.lists(ALIKE, max_size=9).map(lambda alike: [each for some in alike for each in some])
# The months that she is curious about.
WINDOWS = st.lists(st.sampled_from(list(spans())), min_size=2, max_size=3, unique=True)
THREE_A_MONTH = [
    Sent("england", "charity", bool(month % 2), month)
    for month in range(START, MONTH + 1)
    for _one in range(3)
]


@settings(max_examples=20, deadline=None)
@given(world=WORLD, windows=WINDOWS)
@example(THREE_A_MONTH, [(None, MONTH - 1), (None, MONTH)])  # the last month, cut out
@example(THREE_A_MONTH, [(START, MONTH - 1), (START, MONTH)])
@example(THREE_A_MONTH, [(MONTH, MONTH), (MONTH - 1, MONTH)])
def test_no_two_pages_tell_a_few_apart(world, windows):
    assert list(told(curious(world, windows))) == []


def test_she_would_find_them_if_they_could_be_found():
    """The check itself works: with nothing withheld she finds a few."""
    notebook = Notebook()
    notebook._note(EVERYBODY, "sent", (BEFORE, 10), 30)
    notebook._note(EVERYBODY, "sent", (BEFORE, 9), 27)
    assert list(told(notebook)) == [(EVERYBODY, "sent", (9, 10), 3)]


def test_and_she_is_still_shown_what_can_be_shown():
    notebook = curious(THREE_A_MONTH, [(None, MONTH - 2)])
    shown = notebook.worked_out(EVERYBODY, "sent")
    # April to June, July to September and the rest, for three in each of the eight months.
    assert shown[BEFORE, START + 3] == 9
    assert shown[START + 3, START + 6] == 9
    assert shown[BEFORE, AFTER] == 24
