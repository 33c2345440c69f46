"""A screen reader reads the paper in its printed order, and knows what each part of it is."""

import re
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from readiness.reports.kinds import BUSINESS_CASE, NEED
from tests.reports.states import finished, made
from tests.reports.structure import Structure, bare

pytestmark = pytest.mark.django_db

HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")
PAPERS = [
    ("complete", BUSINESS_CASE),
    ("complete", NEED),
    ("empty", BUSINESS_CASE),
    ("shortest", BUSINESS_CASE),
]


@pytest.fixture(params=PAPERS, ids=lambda paper: f"{paper[1].slug}, {paper[0]}")
def paper(request, catalogue):
    return request.param


@pytest.fixture
def structure(paper):
    return read(*paper)


@cache
def read(state, kind):
    return Structure(made(state, kind))


class Words(HTMLParser):
    """The words of a page in their order, with what each chart says in the place of the chart."""

    def __init__(self, html):
        super().__init__()
        self.texts, self.findings, self._open = [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self._open.append(tag)

    def handle_endtag(self, tag):
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data):
        is_finding = self._open[-2:] == ["svg", "title"]
        self.findings += [data] if is_finding else []
        if "body" in self._open and bare(data) and (is_finding or "svg" not in self._open):
            self.texts.append(bare(data))


def test_it_has_one_heading_of_the_first_level_and_passes_no_level_over(structure):
    levels = [int(part.kind[2:]) for part in structure.root.all(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_no_heading_or_paragraph_stands_in_another(structure):
    for outer in structure.root.all("/P", *HEADINGS):
        assert not [part.text() for part in outer.all("/P", *HEADINGS) if part is not outer]


def test_it_is_read_in_the_order_in_which_it_is_written(structure, paper):
    """All words of the page, each once and in order, with no more between them than the style adds:
    points, numbers of pages, and the head of a table again on its next page."""
    heard, added, at = structure.root.text(), [], 0
    for text in Words(finished(*paper)[0]).texts:
        place = heard.find(text, at)
        assert place >= 0, f"“{text}” is not read after “{heard[max(0, at - 60) : at]}”"
        added.append(heard[at:place])
        at = place + len(text)
    added.append(heard[at:])
    heads = {group.text() for group in structure.root.all("/THead")}
    assert {each for each in added if not re.fullmatch(r"(•|\d+\.?|,onpage\d+)*", each)} <= heads


def test_it_is_read_page_by_page(structure):
    at = [piece.page for piece in structure.root.pieces()]
    assert at == sorted(at)
    assert set(at) == set(range(len(structure.painted)))


def test_each_word_is_read_out_once_or_is_an_artifact(structure):
    read_out = [(piece.page, piece.number) for piece in structure.root.pieces()]
    assert len(read_out) == len(set(read_out))
    for page in structure.painted:
        for piece in page:
            assert piece.mark == "/Artifact" or (piece.page, piece.number) in read_out, piece


def test_the_foot_of_each_page_is_printed_and_not_read_out(structure):
    assert not re.search(r"page\d+of\d+", structure.root.text())
    for number, page in enumerate(structure.painted[1:], 2):
        silent = bare("".join(piece.text for piece in page if piece.mark == "/Artifact"))
        assert f"page{number}of{len(structure.painted)}" in silent


def test_each_piece_of_a_page_is_owned_by_the_part_that_reads_it(structure):
    """A screen reader that is pointed at a word asks this way round."""
    owned = [
        (page, number)
        for page in range(len(structure.painted))
        for number, owner in enumerate(structure.owners(page))
        if number in numbers_of(owner)
    ]
    assert sorted((piece.page, piece.number) for piece in structure.root.pieces()) == owned


def numbers_of(owner):
    kids = owner["/K"] if owner else []
    kids = kids if isinstance(kids, list) else [kids]
    return [kid for kid in kids if isinstance(kid, int)]


def test_each_head_of_a_table_says_what_it_heads(structure):
    heads = structure.root.all("/TH")
    assert {head.attribute("/Scope") for head in heads} <= {"/Column", "/Row"}
    for group in structure.root.all("/THead"):
        assert {head.attribute("/Scope") for head in group.all("/TH")} == {"/Column"}
    for group in structure.root.all("/TBody"):
        assert {head.attribute("/Scope") for head in group.all("/TH")} <= {"/Row"}


def test_the_rows_of_a_table_are_equally_wide(structure):
    for table in structure.root.all("/Table"):
        widths, from_above = set(), {}
        for at, row in enumerate(table.all("/TR")):
            cells = row.all("/TH", "/TD")
            for cell in cells:
                for below in range(1, cell.attribute("/RowSpan", 1)):
                    wide = cell.attribute("/ColSpan", 1)
                    from_above[at + below] = from_above.get(at + below, 0) + wide
            own = sum(cell.attribute("/ColSpan", 1) for cell in cells)
            widths.add(own + from_above.get(at, 0))
        assert len(widths) == 1, table.text()


def test_each_chart_says_its_finding(structure, paper):
    said = [figure.entries.get("/Alt") for figure in structure.root.all("/Figure")]
    assert said == Words(finished(*paper)[0]).findings
    assert all(re.fullmatch(r"[A-Z£].{20,}\.", each) for each in said)


def test_each_link_says_where_it_goes(structure):
    for page in structure.reader.pages:
        for link in (each.get_object() for each in page.get("/Annots", [])):
            said = link["/Contents"]
            assert re.match(r"Go to .{3}|https?://", said), said


def test_its_bookmarks_are_its_headings(structure):
    bookmarks, waiting = [], [structure.reader.outline]
    while waiting:
        first, *waiting = waiting
        if isinstance(first, list):
            waiting = first + waiting
        else:
            bookmarks.append(bare(first.title))
    headings = [part.text() for part in structure.root.all(*HEADINGS)]
    named = [text for text in headings if text != "Inthispaper"]  # which is a list of them
    for heading, bookmark in zip(named, bookmarks, strict=True):
        assert heading.startswith(bookmark)


def test_it_says_its_language_and_that_it_is_tagged(structure):
    assert structure.catalogue["/Lang"] == "en-GB"
    assert structure.catalogue["/MarkInfo"]["/Marked"]
    assert structure.catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert {page["/Tabs"] for page in structure.reader.pages} == {"/S"}
