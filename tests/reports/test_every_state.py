"""A board member can open, hear and print the business case in whatever state the case is."""

import logging
import re
from itertools import pairwise

import page
import pytest

from readiness.reports import pdf
from readiness.reports.kinds import BUSINESS_CASE, KINDS, NEED, ROLL_OUT, ROLL_OUT_SHORT
from tests.reports.states import PLANS, STATES, finished, made, opened, pages

pytestmark = pytest.mark.django_db


@pytest.fixture(params=STATES)
def state(request, catalogue):
    return request.param


@pytest.mark.parametrize("kind", [BUSINESS_CASE, NEED], ids=lambda kind: kind.slug)
def test_a_screen_reader_can_read_it(state, kind):
    assert page.validate_pdf_bytes(made(state, kind)).failures == []


@pytest.mark.parametrize("kind", [ROLL_OUT_SHORT, ROLL_OUT], ids=lambda kind: kind.slug)
@pytest.mark.parametrize("plan", PLANS)
def test_a_screen_reader_can_read_the_roll_out_plan(plan, kind, catalogue):
    assert page.validate_pdf_bytes(made(plan, kind)).failures == []


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS.values() if not kind.ended], ids=lambda kind: kind.slug
)
def test_weasyprint_warns_of_nothing(kind, catalogue, caplog):
    """Not of a rule that it does not know, nor of a link that leads nowhere."""
    html, link_labels = finished("planned", kind)
    with caplog.at_level(logging.WARNING):
        pdf.render(html, link_labels=link_labels)
    assert caplog.text == ""


def test_the_decision_is_the_second_page_and_no_more(state):
    _cover, second, third, *_rest = pages(state)
    assert "The decision on one page" in second
    assert second.index("The board’s decision") < second.index("Review on")
    assert "page 2 of" in second
    assert "The need" in third
    assert "Review on" not in third


def test_the_cover_is_one_page_and_says_where_all_is(state):
    first = pages(state)[0]
    assert "Business case for the board" in first
    for part in ("The options", "The money", "Worries answered", "Appendix E"):
        assert part in first


def test_its_bookmarks_are_its_parts(state):
    (cover, below) = opened(state).outline
    titles = [each.title for each in below if not isinstance(each, list)]
    assert cover.title
    assert titles == [
        "The decision on one page",
        "The need",
        "The options",
        "The money",
        "Buying",
        "Making it happen",
        "Worries answered",
        "Readiness and next actions",
        "Appendix A: Answers as given",
        "Appendix B: Assumptions",
        "Appendix C: Evidence and sources",
        "Appendix D: How the figures are worked out",
        "Appendix E: The words we use",
    ]


def test_it_says_what_it_is_and_in_which_language(state):
    reader = opened(state)
    assert reader.metadata.title.startswith("Business case: ")
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_no_level_of_heading_is_passed_over(state):
    levels = [int(kind[2:]) for kind in kinds(opened(state)) if kind in ("/H1", "/H2", "/H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def kinds(reader):
    """The kinds of all parts that a screen reader reaches, in the order in which it reads them."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        part = waiting.pop().get_object()
        if isinstance(part, dict):
            if "/S" in part:
                yield part["/S"]
            kids = part.get("/K", [])
            waiting += reversed(kids) if isinstance(kids, list) else [kids]


def test_no_hole_is_left_where_a_figure_should_be(state):
    text = " ".join(pages(state))
    assert re.findall(r"\bnan\b|\bnull\b|£[-−]|-0\.00|\bNone\b(?! is a guess)", text) == []
