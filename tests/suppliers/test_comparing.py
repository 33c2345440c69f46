"""All suppliers side by side: what stands in the way first, no score, no winner, and no price that is nought for want of one."""

import csv
import io
import re

import pytest

from readiness.cases.models import AccessLink
from tests.people import Person, said
from tests.suppliers.at_the_table import (
    LICENCES,
    NOTES,
    OFFLINE,
    REFERENCE,
    SET_UP,
    WRITE,
    add,
    answer,
    cells,
    page_of,
    price,
    refer,
    titles,
)


@pytest.fixture
def three(buyer):
    """Elm, Oak and Ash, of which Ash has said nothing yet."""
    elm, oak, ash = (add(buyer, name) for name in ("Elm", "Oak", "Ash"))
    answer(buyer, elm, {WRITE: "met", OFFLINE: "not", NOTES: "met"})
    answer(buyer, oak, {WRITE: ("partly", "Two taps more"), OFFLINE: "met"})
    return elm, oak, ash


def musts(person, *texts):
    rows = [{"requirement": text, "priority": "must"} for text in texts]
    person.save("requirements", {"rows": rows})


def test_before_there_is_one_the_page_says_what_to_do(buyer):
    page = said(buyer.see("suppliers"))
    assert "We list no suppliers and give no scores." in page
    assert "Add a supplier" in page
    assert "Take the table along" not in page
    assert buyer.get(buyer.url("suppliers") + "table.csv").status_code == 200


def test_without_requirements_the_page_leads_to_them(alice):
    add(alice, "Elm")
    assert "List what you need first" in alice.see("suppliers")
    assert cells(alice.see("suppliers"), "A clinical safety check") == ["Not known yet"]


def test_they_stand_in_the_order_they_were_added(buyer, three):
    heads = re.findall(r'<th scope="col"[^>]*>(.*?)</th>', buyer.see("suppliers"))
    assert heads == ["What you ask", "Elm", "Oak", "Ash"]


def test_what_each_says_stands_beside_what_the_others_say(buyer, three):
    page = buyer.see("suppliers")
    assert cells(page, WRITE) == ["Met", "Partly Two taps more", "Not known yet"]
    assert cells(page, OFFLINE) == ["Not met", "Met", "Not known yet"]


def test_musts_that_are_not_met_come_first_the_worst_at_the_top(buyer):
    texts = ("It prints a rota.", WRITE, "Nobody is asked twice.", OFFLINE, NOTES)
    musts(buyer, *texts)
    elm, oak = add(buyer, "Elm"), add(buyer, "Oak")
    answer(buyer, elm, dict(zip(texts, ("met", "met", "unknown", "partly", "met"), strict=True)))
    answer(buyer, oak, dict(zip(texts, ("met", "not", "met", "met", "met"), strict=True)))
    assert titles(buyer.see("suppliers"))[:7] == [
        "Musts that are not met yet",
        WRITE,
        OFFLINE,
        "Nobody is asked twice.",
        "Musts that are met by all",
        "It prints a rota.",
        NOTES,
    ]


def test_then_come_should_and_could_then_safety_then_prices(buyer, three):
    rows = buyer.kept("requirements")["rows"]
    rows.append({"requirement": "It speaks Welsh.", "priority": "should"})
    buyer.save("requirements", {"rows": rows})
    price(buyer, three[0], LICENCES)
    groups = [
        "Musts that are not met yet",
        "What it should do",
        "What it could do",
        "Safe to use",
        "Prices by kind, over 5 years",
        "Prices by year",
    ]
    assert [each for each in titles(buyer.see("suppliers")) if each in groups] == groups


def test_nothing_is_counted_scored_or_ranked(buyer, three):
    text = said(buyer.see("suppliers")).casefold()
    for word in (" of 3", " of 10", "%", "best", "rank", "points", "recommend", "stars"):
        assert word not in text
    assert "no score and no winner" in text


def test_prices_stand_by_kind_and_by_year_and_a_missing_one_is_never_nought(buyer, three):
    elm, oak, _ash = three
    price(buyer, elm, LICENCES, SET_UP)
    price(
        buyer,
        oak,
        LICENCES | {"per_year": "4800.10"},
        {"label": "Help line", "category": "support"},
    )
    page = buyer.see("suppliers")
    assert cells(page, "Licences") == ["£25,000", "£24,000.50", "No prices yet"]
    assert cells(page, "Set-up") == ["£2,500.50", "No line for this", "No prices yet"]
    assert cells(page, "Support")[1] == "No price yet No price yet for Help line."
    assert cells(page, "At the start") == ["£2,500.50", "£0 or more", "No prices yet"]
    assert cells(page, "Year 5") == ["£5,000", "£4,800.10 or more", "No prices yet"]
    assert cells(page, "In all, over 5 years") == [
        "£27,500.50",
        "£24,000.50 or more No price yet for Help line.",
        "No prices yet",
    ]


def test_prices_run_for_as_long_as_the_case_looks_ahead(buyer, three):
    later = {"label": "New handsets", "category": "devices", "one_off": "900", "in_year": "4"}
    price(buyer, three[0], LICENCES, later)
    buyer.save("cost-assumptions", buyer.kept("cost-assumptions") | {"years": 3})
    page = buyer.see("suppliers")
    assert "Year 4" not in page
    assert cells(page, "In all, over 3 years")[0] == (
        "£15,000 Not counted: £900, which falls after that."
    )
    assert cells(page, "Devices")[0].startswith("Nothing within these years")


def test_the_budget_is_for_the_owners_eyes_alone(buyer, three):
    price(buyer, three[0], LICENCES, SET_UP)
    price(buyer, three[1], LICENCES | {"per_year": "40000"})
    page = said(buyer.see("suppliers"))
    assert "Elm: £7,500.50 in the first year, which leaves £24,499.50 of your budget." in page
    assert "Oak: £40,000 in the first year, which is £8,000 more than your budget." in page
    assert "24,499" not in buyer.get(buyer.url("suppliers") + "table.csv").text
    editor = Person()
    editor.join(buyer.case, role=AccessLink.Role.EDITOR)
    assert "budget" not in editor.see("suppliers")


def test_the_table_can_be_taken_along(buyer, three):
    refer(buyer, three[1], REFERENCE | {"said": "=2+2"})
    price(buyer, three[0], LICENCES)
    file = buyer.get(buyer.url("suppliers") + "table.csv")
    assert file["Content-Disposition"] == 'attachment; filename="hazel-court-care-suppliers.csv"'
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))
    assert rows[0] == ["", "", "Elm", "Oak", "Ash"]
    assert [
        "Musts that are not met yet",
        WRITE,
        "Met",
        "Partly. Two taps more",
        "Not known yet",
    ] in rows
    assert rows[-1][:2] == ["References", "1"]
    assert rows[-1][3].endswith("May 2027: =2+2")
    assert {len(row) for row in rows} == {5}


def test_no_spreadsheet_takes_what_was_typed_for_a_formula(buyer):
    elm = add(buyer, "=cmd|' /C calc'!A0")
    musts(buyer, "@SUM(1+1)*cmd")
    answer(buyer, elm, {"@SUM(1+1)*cmd": ("met", "+1")})
    rows = list(csv.reader(io.StringIO(buyer.get(buyer.url("suppliers") + "table.csv").text)))
    assert not [text for row in rows for text in row if text.startswith(("=", "+", "-", "@"))]


HOSTILE = "<script>alert(1)</script>{{ settings.SECRET_KEY }}\u202e\u2028\"'&amp;"


def test_hostile_words_are_words_wherever_they_stand(buyer):
    elm = add(buyer, HOSTILE[:100])
    musts(buyer, HOSTILE + " does it")
    asked = buyer.kept("requirements")["rows"][0]["requirement"]
    answer(buyer, elm, {asked: ("not", HOSTILE)})
    price(buyer, elm, LICENCES | {"label": HOSTILE})
    refer(buyer, elm, dict.fromkeys(("who", "organisation", "said"), HOSTILE) | {"when": "5 2027"})
    for page in (
        "suppliers",
        "suppliers/choose",
        *(page_of(elm, n) for n in ("", "prices", "references", "name", "remove")),
    ):
        html = buyer.see(page)
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ settings.SECRET_KEY }}" in html
        assert "\u202e" not in html


def test_none_of_it_reaches_the_supplier_brief_or_any_paper(buyer, three):
    elm = add(buyer, "SEEDNAME")
    answer(buyer, elm, {WRITE: ("met", "SEEDNOTE")})
    price(buyer, elm, LICENCES | {"label": "SEEDLABEL", "per_year": "7654321"})
    refer(buyer, elm, REFERENCE | {"said": "SEEDSAID"})
    page = buyer.see("suppliers")
    assert all(seed in page for seed in ("SEEDNAME", "SEEDNOTE", "SEEDSAID", "7,654,321"))
    for paper in ("supplier-brief", "business-case", "roll-out-plan", "statement-of-need", "check"):
        html = buyer.see(paper)
        assert "SEED" not in html
        assert "7,654,321" not in html
    for form in ("html", "docx"):
        made = buyer.get(buyer.url()[:-1] + f"/supplier-brief.{form}")
        assert b"SEED" not in b"".join(made.streaming_content)
