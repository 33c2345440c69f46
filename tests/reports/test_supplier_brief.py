"""Suppliers learn what is needed, and nothing that weakens whoever buys."""

import io
import zipfile
from dataclasses import replace

import page
import pypdf
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from readiness.cases.models import AccessLink, Answer
from readiness.cases.stages import STEPS
from readiness.reports import documents, giveaways
from readiness.reports.context.brief import ALLOWED
from readiness.reports.kinds import SUPPLIER_BRIEF
from readiness.reports.models import SupplierBrief
from tests.cases.builders import complete_answers, later_answers
from tests.people import Person, case_with, faults_on, said
from tests.reports.states import STATES, material_of, paper_of, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

SEEN = 'name="seen" value="'


def whole(changes=None):
    """Every step of all four stages."""
    answers = complete_answers() | later_answers()
    for step, changed in (changes or {}).items():
        answers[step] = {**answers[step], **changed}
    return answers


def held(made: bytes, form: str) -> str:
    """All that a file holds, what it says of itself too, as one text."""
    if form == "html":
        return made.decode()
    if form == "pdf":
        reader = pypdf.PdfReader(io.BytesIO(made))
        return " ".join([*map(words, reader.pages), repr(reader.metadata), repr(reader.outline)])
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        return " ".join(parts.read(name).decode(errors="replace") for name in parts.namelist())


def sections(answers) -> dict:
    return {each.slug: each for each in paper_of(answers, kind=SUPPLIER_BRIEF).sections}


@pytest.fixture
def buyer(alice):
    """Somebody whose case is whole."""
    alice.join(case_with(whole()))
    return alice


def settle(person, day="30 4 2028", *, ready=True, seen=None):
    html = person.see("supplier-brief")
    seen = seen or html.partition(SEEN)[2].partition('"')[0]
    typed = {"brief-reply_by": day, "seen": seen} | ({"brief-ready": "yes"} if ready else {})
    return person.post(person.url("supplier-brief"), typed, follow=True)


def seeded():
    """Every field of every step but the allowed ones filled with a word of its own, whatever its
    kind; and the words by step and field."""
    answers, seeds = whole(), {}
    for step, asked in STEPS.items():
        if step.startswith("anxiety-"):
            answers.setdefault(step, {})
        kept = answers.setdefault(step, {})
        for name in asked.fields_of():
            if (step, name) in ALLOWED:
                continue
            seeds[step, name] = seed = f"SEED{len(seeds):03}X"
            for row in kept.get("rows", [kept]):
                row[name] = seed
    return answers, seeds


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_no_field_but_the_allowed_ones_is_in_any_paper(form):
    """Of every step, every field: neither on its pages nor in what the file says of itself."""
    answers, seeds = seeded()
    usual = material_of(whole())
    told = replace(usual, facts=replace(usual.facts, answers=answers))
    text = held(documents.made(SUPPLIER_BRIEF, form, told), form)
    assert {step for step, _name in seeds} >= set(STEPS) - {
        "organisation",
        "outcomes",
        "requirements",
    }
    assert "Hazel Court Care" in text
    assert "SEED" not in text
    assert "32,000" not in text
    assert "jo@example.org" not in text


@pytest.mark.parametrize("form", ["html", "docx"])
def test_what_was_said_in_confidence_reaches_no_file_of_a_real_case(buyer, form):
    """Notes on a step that was put off, the budget and its own link."""
    Answer.objects.filter(case=buyer.case, step="need").update(later=True, note="SEEDNOTE")
    made = buyer.get(f"/cases/{buyer.case.pk}/supplier-brief.{form}")
    text = held(b"".join(made.streaming_content), form)
    assert "Hazel Court Care" in text
    for private in (
        "SEEDNOTE",
        "24000",
        "24,000",
        "May 2027",
        "jo@example",
        "Okafor",
        "shown 1 May",
    ):
        assert private not in text
    assert "Staff write the same notes" not in text  # put off: not settled yet


def test_a_whole_case_makes_three_to_five_pages():
    made = documents.made(SUPPLIER_BRIEF, "pdf", material_of(whole()))
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert 3 <= len(reader.pages) <= 5
    assert page.validate_pdf_bytes(made).failures == []
    for sheet in reader.pages:
        assert "Draft, not to be sent" in words(sheet)


@pytest.mark.parametrize("state", ["empty", "longest", "hostile", "every script"])
def test_a_screen_reader_can_read_it_in_every_state(state):
    answers = STATES[state]() | (later_answers() if state != "empty" else {})
    made = documents.made(SUPPLIER_BRIEF, "pdf", material_of(answers))
    assert page.validate_pdf_bytes(made).failures == []
    html = documents.made(SUPPLIER_BRIEF, "html", material_of(answers)).decode()
    assert "<script" not in html
    assert documents.made(SUPPLIER_BRIEF, "docx", material_of(answers)).startswith(b"PK")


def test_it_says_what_is_needed_and_asked():
    found = sections(whole())
    assert [*found] == [
        "us",
        "problem",
        "outcomes",
        "requirements",
        "safe",
        "questions",
        "judging",
        "reply",
        "terms",
    ]
    must, could = found["requirements"].blocks
    assert [row.name for row in must.table.rows] == ["M1", "M2"]
    assert could.table.rows[0].cells[1].text == "Staff leave on time"
    assert [line.label for line in found["judging"].blocks[0].lines] == [
        "1. The musts",
        "2. The evidence",
        "3. References",
        "4. The whole-life cost",
    ]


def test_what_does_not_apply_is_not_asked_and_what_is_not_done_yet_is_not_told():
    shown, _standards = sections(whole())["safe"].blocks
    labels = [line.label for line in shown.lines]
    assert "Clinical safety" not in labels
    assert "Accessibility" in labels
    assert "Not yet" not in repr(shown)


def test_standards_are_those_of_the_nation_and_questions_those_of_the_avenues_each_once():
    avenues = ["records-and-care-management", "crm", "assistive-technology"]
    wales = {"organisation": {"nation": "wales"}, "avenues": {"chosen": avenues}}
    found, entries = sections(whole(wales)), material_of({}).contents.avenues
    asked = [line.paragraphs[0] for line in found["questions"].blocks[0].lines]
    assert sorted(asked) == sorted(
        {q for slug in avenues for q in entries[slug].supplier_questions}
    )
    named = [line.label for line in found["safe"].blocks[1].lines]
    wanted = {each["name"] for slug in avenues for each in entries[slug].standards["wales"]}
    assert sorted(named) == sorted(wanted)
    assert found["safe"].blocks[1].title == "Standards in Wales"


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("We have £24,000 left", ["£24,000"]),
        ("about 25k, or 30 K", ["25k", "30 K"]),
        ("24,000 or 24 000 or 24000", ["24,000", "24 000", "24000"]),
        ("five thousand pounds", ["thousand", "pounds"]),
        ("Our Budget is the ceiling", ["Budget", "ceiling"]),
        ("the most we can pay", ["most we", "can pay"]),
        ("all we can afford from the grant", ["afford", "grant"]),
        ("lottery funding", ["funding"]),
        ("In 2027 staff timed 55 minutes over 12 shifts", []),
        ("Staff spend 55 minutes writing and the kettle is grand", []),
    ],
)
def test_amounts_and_words_about_a_budget_are_found(text, hits):
    found = giveaways.pieces(text)
    assert [each.text for each in found if each.kind] == hits
    assert "".join(each.text for each in found) == text


@given(st.text(max_size=200))
def test_whatever_was_typed_the_parts_are_the_text(text):
    assert "".join(each.text for each in giveaways.pieces(text)) == text


def test_the_preview_marks_them_in_words_and_leads_to_where_they_are_changed(alice):
    problem = "Notes are late. <b>We have £24,000</b> from a grant."
    alice.join(case_with(whole({"need": {"problem": problem}})))
    html = alice.see("supplier-brief")
    for words_, what in (("£24,000", "amount"), ("grant", "word about money")):
        assert html.count(f"<mark>{words_}</mark>") == 2  # in the list, and where it stands
        assert f"[{what}: change “The need”]" in html
    assert f'href="/cases/{alice.case.pk}/need/#need-problem"' in html
    assert "&lt;b&gt;We have" in html
    assert (
        "<mark>" not in alice.get(f"/cases/{alice.case.pk}/supplier-brief.html").getvalue().decode()
    )


def test_where_there_is_nothing_to_mark_it_says_so(buyer):
    html = buyer.see("supplier-brief")
    assert "<mark>" not in html
    assert "We found no amount" in html


def test_it_is_a_draft_until_somebody_ticks_and_then_every_paper_says_that_it_may_go(buyer):
    assert "A draft: do not send it yet." in said(buyer.see("supplier-brief"))
    text = said(settle(buyer).text)
    assert "Ready to send." in text
    assert "through the link “shown 1 May”" in text
    assert "Reply by: 30 April 2028" in text
    answer = buyer.get(f"/cases/{buyer.case.pk}/supplier-brief.html")
    assert "-ready.html" in answer["Content-Disposition"]
    paper = said(answer.getvalue().decode())
    assert "Ready to send" in paper
    assert "raft" not in paper
    assert "Reply by 30 April 2028, to the person who sent you this brief." in paper


def test_when_an_allowed_answer_changes_it_is_a_draft_again_and_says_why(buyer):
    settle(buyer)
    buyer.save("need", {**buyer.kept("need"), "problem": "Something else."})
    text = said(buyer.see("supplier-brief"))
    assert "A draft again: do not send it yet." in text
    assert "Since then this has changed: “The need”." in text
    made = buyer.get(f"/cases/{buyer.case.pk}/supplier-brief.html").getvalue().decode()
    assert "Draft, not to be sent" in made
    assert "Ready to send." in said(settle(buyer).text)


def test_when_a_private_answer_changes_it_may_still_go(buyer):
    settle(buyer)
    buyer.save("buying", {**buyer.kept("buying"), "budget_ceiling": "30000.00"})
    assert "Ready to send." in said(buyer.see("supplier-brief"))


def test_nobody_can_tick_what_they_have_not_seen(buyer):
    seen = buyer.see("supplier-brief").partition(SEEN)[2].partition('"')[0]
    buyer.save("need", {**buyer.kept("need"), "problem": "We have £24,000."})
    text = settle(buyer, seen=seen).text
    assert "An answer changed while you were reading" in text
    assert 'value="30 4 2028"' in text
    assert not SupplierBrief.objects.exists()


def test_the_tick_can_be_taken_away_and_the_day_stays(buyer):
    settle(buyer)
    text = said(settle(buyer, ready=False).text)
    assert "It is still a draft." in text
    assert "Reply by: 30 April 2028" in text


@pytest.mark.parametrize(
    ("day", "fault"),
    [("", "Enter the day by which suppliers should reply"), ("31 2 2028", "must be a real day")],
)
def test_it_cannot_go_without_a_day_for_replies(buyer, day, fault):
    answer = settle(buyer, day)
    assert fault in faults_on(answer.text)[0]
    assert not SupplierBrief.objects.exists()


def test_days_that_do_not_fit_are_said_and_not_refused(buyer):
    text = said(settle(buyer, "1 1 2020").text)
    assert "The day for replies, 1 January 2020, is past." in text
    assert "comes after May 2027" in said(settle(buyer).text)


def test_what_is_not_answered_yet_is_said_to_the_owner_and_not_to_suppliers(alice):
    alice.join(case_with({"buying": later_answers()["buying"]}))
    html = said(alice.see("supplier-brief"))
    assert "Not asked yet. It is filled in by “What you need from it”." in html
    settle(alice)
    made = alice.get(f"/cases/{alice.case.pk}/supplier-brief.html").getvalue().decode()
    assert "Not asked yet" not in made


def test_before_stage_three_it_is_one_clear_line(alice, tmp_path):
    alice.join(case_with(complete_answers()))
    for end in ("/", ".pdf"):
        answer = alice.get(f"/cases/{alice.case.pk}/supplier-brief{end}")
        assert answer.status_code == 404
        assert "First answer one of “What you need from it”" in answer.text
    with pytest.raises(CommandError, match="First answer one of"):
        call_command(
            "render_case", alice.case.reference, output=tmp_path / "x", document="supplier-brief"
        )
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_writes_it_too_but_never_its_figures(buyer, tmp_path):
    name, output = buyer.case.reference, tmp_path / "x"
    for form, start in (("pdf", b"%PDF"), ("html", b"<!doctype"), ("docx", b"PK")):
        call_command("render_case", name, output=output, document="supplier-brief", format=form)
        assert output.read_bytes().startswith(start)
    for form in ("csv", "json"):
        with pytest.raises(CommandError, match="holds no figures"):
            call_command("render_case", name, output=output, document="supplier-brief", format=form)
        assert buyer.get(f"/cases/{buyer.case.pk}/supplier-brief.{form}").status_code == 404


def test_an_owner_says_that_it_is_ready_an_editor_reads_it_and_nobody_else_finds_it(buyer):
    editor, stranger = Person(), Person()
    editor.join(buyer.case, label="Sam", role=AccessLink.Role.EDITOR)
    page = editor.see("supplier-brief")
    assert "An owner of the case says when it is ready to send." in said(page)
    assert 'id="settle"' not in page
    for end in ("/", ".pdf", ".html"):
        assert stranger.get(f"/cases/{buyer.case.pk}/supplier-brief{end}").status_code == 404
    typed = {"brief-ready": "yes", "brief-reply_by": "1 5 2028"}
    for person in (editor, stranger):
        answer = person.post(f"/cases/{buyer.case.pk}/supplier-brief/", typed)
        assert answer.status_code == 404


def test_the_task_list_leads_to_it(buyer):
    assert f'href="/cases/{buyer.case.pk}/supplier-brief/"' in buyer.see()
