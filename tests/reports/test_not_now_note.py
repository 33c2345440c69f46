"""A case that ends with “not this, or not now” ends well: one page says why, and when to look again."""

import io
import re
from dataclasses import replace
from decimal import Decimal

import page
import pypdf
import pytest
from django.utils import timezone
from docx import Document

from readiness.business_case import Cost, work_out
from readiness.cases import decisions, sums, versions
from readiness.catalogue.contents import contents
from readiness.reports import documents
from readiness.reports.begun import NotBegun
from readiness.reports.kinds import NOT_NOW
from tests.cases.builders import complete_answers
from tests.people import Person, answers, case_with, said
from tests.reports.benefits_states import LOW, NOTES, ended, note_pdf
from tests.reports.states import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]


def paper(given):
    return documents.paper(NOT_NOW, given)


def told(given, slug):
    """All that a section of the note says, in one text."""
    found = next(each for each in paper(given).sections if each.slug == slug)
    texts = [
        text
        for block in found.blocks
        for text in (
            *block.paragraphs,
            *block.points,
            *(each for line in block.lines for each in (line.label, *line.paragraphs)),
        )
    ]
    return " ".join(texts)


@pytest.mark.parametrize("state", NOTES)
def test_it_is_one_page_whatever_was_typed_and_a_screen_reader_can_read_it(state):
    made = note_pdf(state)
    (read,) = [words(each) for each in pypdf.PdfReader(io.BytesIO(made)).pages]
    assert page.validate_pdf_bytes(made).failures == []
    assert "page 1 of 1" in read
    assert "When to look again" in read
    assert re.findall(r"\bnan\b|\bNone\b|£[-−]|-0\.00", read) == []


@pytest.mark.parametrize("state", NOTES)
def test_its_word_file_opens_whatever_was_typed(state):
    document = Document(io.BytesIO(documents.made(NOT_NOW, "docx", NOTES[state]())))
    heads = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert heads == [each.title for each in paper(NOTES[state]()).sections]


def test_it_says_why_in_the_sentences_of_the_verdict():
    text = told(ended(complete_answers({"time": LOW})), "why")
    assert "Even if all goes very well, the technology comes out £31,469 behind" in text
    assert "Doing it better without new technology comes out £86,970 ahead" in text


def test_it_says_what_would_have_to_change_by_the_figures():
    text = told(ended(complete_answers({"time": LOW})), "change")
    assert "Each shift would have to save 10 minutes or more" in text
    assert "The case expects 2, and 3 at best." in text
    assert "Even if it cost nothing, it would not be worth more" in text


def test_where_minutes_alone_cannot_do_it_that_is_said():
    short = {"time": {**LOW, "minutes_now": 9}, "alternatives": {"change_minutes_saved": 0}}
    dear = {"cost-assumptions": {"training_hours": "200"}}
    text = told(ended(complete_answers({**short, **dear})), "change")
    assert "No saving of time alone would be enough" in text
    assert "and the task takes 9 minutes." in text


def test_where_money_could_do_it_it_says_how_much():
    behind = {"time": {f"minutes_saved_{case}": 6 for case in ("low", "likely", "high")}}
    text = told(ended(complete_answers(behind)), "change")
    found = re.search(r"it would have to cost £([\d,]+) less over 5 years\.", text)
    less = Decimal(found[1].replace(",", ""))
    cheaper = work_out(_cheaper(complete_answers(behind), less + 1))
    assert cheaper.npv_all.likely > cheaper.options["better"].npv_all
    dearer = work_out(_cheaper(complete_answers(behind), less - 1))
    assert dearer.npv_all.likely < dearer.options["better"].npv_all


def _cheaper(given, less):
    """The inputs of a case whose cost falls by so much, on the day of buying."""
    inputs = sums.inputs(given)
    margin = 1 + inputs.assumptions.contingency_percent / 100
    off = Cost(one_off=-less / margin, in_year=0, per_year=Decimal(0))
    return replace(inputs, costs=(*inputs.costs, off))


def test_another_way_that_is_worth_more_is_the_next_step():
    text = told(ended(complete_answers({"time": LOW})), "meanwhile")
    assert "That is worth £43,333 more than carrying on as now." in text
    assert "Shorter paper forms" in text


def test_without_another_way_it_is_calm():
    nothing = {"change_minutes_saved": 0, "change_one_off": "0.00"}
    given = ended(complete_answers({"time": LOW, "alternatives": nothing}))
    assert told(given, "meanwhile").startswith("Carry on as now, and go on measuring.")


def test_what_is_known_now_is_kept():
    text = told(ended(complete_answers({"time": LOW})), "keep")
    assert "55 minutes of writing on each shift" in text
    assert "More time with people in the evening; Staff leave on time" in text


def test_a_board_that_decides_otherwise_than_the_figures_is_told_as_it_is():
    text = told(NOTES["declined"](), "why")
    assert "The board declined it on 3 September 2027." in text
    assert "verdict on the figures was “Go ahead”" in text
    assert "The board put it off on 3 September 2027, until May 2028." in told(
        NOTES["put off"](), "why"
    )


@pytest.mark.parametrize(
    ("state", "when"),
    [
        ("put off", "In May 2028, as the board said."),
        ("declined", "Nobody named a date. We usually say after 12 months: in September 2028."),
        ("by its figures", "Nobody named a date. We usually say after 12 months"),
    ],
)
def test_it_says_when_to_look_again_and_whose_date_that_is(state, when):
    assert when in told(NOTES[state](), "again")


def test_of_a_case_that_goes_ahead_there_is_none():
    with pytest.raises(NotBegun, match="There is no such note of this case"):
        paper(ended(complete_answers()))


def test_the_same_case_gives_the_same_bytes():
    for form in ("pdf", "docx", "html"):
        one, other = (documents.made(NOT_NOW, form, NOTES["put off"]()) for _time in range(2))
        assert one == other


# On the pages of the case


@pytest.fixture
def alice():
    """Alice, whose case ends by its figures, and was sent."""
    person = Person()
    person.join(case_with(answers({"time": LOW})))
    return person


def send(person):
    return versions.send(person.case, by="Alice", at=timezone.now(), contents=contents())


def offered(person, *pages):
    return {name for name in pages if f"{person.url()}not-now-note/" in person.see(name)}


def decide(person, outcome, **more):
    decided = {"outcome": outcome, "decided_on": str(timezone.localdate()), **more}
    version = versions.newest_of(person.case)
    decisions.record(version, decided, by="Alice", at=timezone.now())


def test_it_is_offered_wherever_somebody_learns_of_the_end(alice):
    assert offered(alice, "", "business-case") == {"", "business-case"}
    send(alice)
    everywhere = {"", "business-case", "sent", "decision"}
    assert offered(alice, *everywhere) == everywhere
    html = alice.see("not-now-note")
    assert "When to look again" in html
    assert f"{alice.url()}not-now-note.pdf" in html
    assert f"{alice.url()}not-now-note.docx" in html


def test_a_case_that_goes_ahead_is_not_offered_one(done):
    send(done)
    assert offered(done, "", "business-case", "sent", "decision") == set()
    assert done.get(done.url("not-now-note")).status_code == 404


def test_a_board_that_declines_ends_a_case_that_would_go_ahead(done):
    send(done)
    decide(done, "declined")
    everywhere = {"", "business-case", "sent", "decision"}
    assert offered(done, *everywhere) == everywhere
    assert "The board declined it on" in said(done.see("not-now-note"))


def test_a_board_that_buys_all_the_same_does_not_end_it(alice):
    send(alice)
    decide(alice, "agreed")
    assert offered(alice, "", "business-case", "sent", "decision") == set()


def test_what_the_board_decided_stays_in_the_note_when_answers_change(done):
    send(done)
    decide(done, "put-off", until="2199-05")
    done.save("need", answers({"need": {"problem": "Something else."}})["need"])
    text = said(done.see("not-now-note"))
    assert "In May 2199, as the board said." in text
    assert "Something else." not in text
    assert offered(done, "") == {""}


def test_a_stranger_learns_nothing(alice, charlie):
    assert charlie.get(alice.url("not-now-note")).status_code == 404
