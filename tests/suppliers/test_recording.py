"""Alice writes down what suppliers say, what they charge, and what others say about them."""

import pytest

from readiness.cases.models import Draft
from readiness.suppliers import part_page, recording
from readiness.suppliers.models import Recorded, Supplier
from tests.people import Person, faults_on, said, value_in
from tests.suppliers.at_the_table import (
    LICENCES,
    NOTES,
    OFFLINE,
    REFERENCE,
    SET_UP,
    WRITE,
    add,
    answer,
    answered,
    boxes,
    listed,
    page_of,
    price,
    recorded,
    refer,
    said_of,
)


@pytest.fixture
def elm(buyer):
    return add(buyer, "Elm")


def test_the_task_list_leads_to_it_once_there_is_something_to_ask(buyer, alice):
    assert 'href="/cases/' + f'{buyer.case.pk}/suppliers/"' in buyer.see()
    assert "/suppliers/" not in alice.see()
    assert f"/cases/{buyer.case.pk}/suppliers/" in buyer.see("supplier-brief")


def test_a_supplier_is_added_by_its_name_and_a_double_click_adds_one(buyer):
    key = value_in(buyer.see("suppliers/add"), "key")
    for _press in range(2):
        answer = buyer.post(buyer.url("suppliers/add"), {"key": key, "supplier-name": " Elm "})
        assert answer.headers["Location"] == buyer.url(page_of(Supplier.objects.get()))
    assert Supplier.objects.get().name == "Elm"


def test_the_page_of_another_case_adds_one_to_this_case_alone(buyer, elm):
    bob = Person()
    bob.begin()
    typed = {"key": str(elm.key), "supplier-name": "Oak"}
    assert bob.post(bob.url("suppliers/add"), typed).status_code == 302
    assert [each.name for each in bob.case.suppliers.all()] == ["Oak"]
    assert [each.name for each in buyer.case.suppliers.all()] == ["Elm"]


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("", "Enter the supplier’s name"),
        ("ELM", "You have a supplier of this name already. Give it another name"),
        ("x" * 101, "The supplier’s name must be 100 characters or fewer. Take out 1 character"),
    ],
)
def test_a_name_that_will_not_do_is_told_and_kept(buyer, elm, name, fault):
    answer = buyer.post(buyer.url("suppliers/add"), {"supplier-name": name})
    assert faults_on(answer.text) == [fault]
    assert value_in(answer.text, "supplier-name") == name


def test_six_fit_and_a_seventh_is_told_so(buyer):
    for n in range(6):
        add(buyer, f"Supplier {n}")
    assert "the most that fit side by side" in buyer.see("suppliers/add")
    assert "suppliers/add" not in buyer.see("suppliers")
    buyer.post(buyer.url("suppliers/add"), {"supplier-name": "Seventh"})
    assert buyer.case.suppliers.count() == 6


def test_a_supplier_gets_another_name_but_not_one_that_is_taken(buyer, elm):
    oak = add(buyer, "Oak")
    answer = buyer.post(buyer.url(page_of(oak, "name")), {"supplier-name": "elm"})
    assert faults_on(answer.text) == [
        "You have a supplier of this name already. Give it another name"
    ]
    buyer.post(buyer.url(page_of(oak, "name")), {"supplier-name": "OAK"})
    assert "It is now called OAK." in said(buyer.see("suppliers"))


def test_everything_that_was_listed_is_asked_and_what_does_not_apply_is_not(buyer, elm):
    page = buyer.see(page_of(elm))
    asked = [text for name, text in boxes(page).items() if name.endswith("-asked")]
    assert asked[:3] == [WRITE, OFFLINE, NOTES]
    assert "A plan for leaving" in asked
    assert "A clinical safety check" not in asked
    assert "Clinical safety" in page
    assert len(asked) == 3 + 7


def test_answers_are_kept_with_their_notes_and_what_is_not_known_is_not(buyer, elm):
    told = {WRITE: "met", OFFLINE: ("partly", "Only notes,\r\nnot medicines"), NOTES: "unknown"}
    told["A plan for leaving"] = "not"
    result = answer(buyer, elm, told)
    assert result.headers["Location"] == buyer.url(page_of(elm, "prices"))
    assert recorded(elm) == [
        {"asked": WRITE, "said": "met"},
        {"asked": OFFLINE, "said": "partly", "note": "Only notes,\nnot medicines"},
        {"about": "exit_plan", "asked": "A plan for leaving", "said": "not"},
    ]
    assert "Saved: Answers of Elm." in said(buyer.see(page_of(elm, "prices")))
    again = boxes(buyer.see(page_of(elm)))
    assert "Only notes,\nnot medicines" in again.values()


def test_a_note_that_is_too_long_is_told_by_what_was_asked_and_nothing_is_lost(buyer, elm):
    long = "n" * 502
    told = {OFFLINE: ("partly", long), WRITE: ("met", "Seen on 3 May")}
    assert answer(buyer, elm, told).headers["Location"] == buyer.url(page_of(elm))
    page = buyer.see(page_of(elm))
    assert faults_on(page) == [
        f"The note on “{OFFLINE}” must be 500 characters or fewer. Take out 2 characters"
    ]
    assert {long, "Seen on 3 May", "partly"} <= set(boxes(page).values())
    assert not recorded(elm)


def test_an_answer_that_there_is_not_is_told(buyer, elm):
    answer(buyer, elm, {WRITE: "excellent"})
    assert faults_on(buyer.see(page_of(elm))) == ["Choose one of the answers listed"]


def test_what_is_typed_and_not_saved_waits_as_a_draft_and_can_be_thrown_away(buyer, elm):
    typed = answered(buyer, elm, {WRITE: ("met", "Half a thou")})
    assert buyer.post(buyer.url(page_of(elm)), typed | {"keep": "yes"}).status_code == 204
    page = buyer.see(page_of(elm))
    assert "Not saved yet" in page
    assert "Half a thou" in page
    assert "Elm: Answers" in buyer.see("suppliers")
    buyer.post(buyer.url(page_of(elm)), typed | {"discard": "yes"})
    assert "Half a thou" not in buyer.see(page_of(elm))
    assert "Elm: Answers" not in buyer.see("suppliers")


@pytest.mark.parametrize(
    ("to", "where"),
    [
        ("compare", "suppliers/"),
        ("references", "references/"),
        ("save", "save/"),
        ("requirements", "requirements/"),
        ("nonsense", "suppliers/"),
    ],
)
def test_a_way_out_keeps_what_was_typed_and_makes_no_draft_of_nothing(buyer, elm, to, where):
    typed = boxes(buyer.see(page_of(elm)))
    left = buyer.post(buyer.url(page_of(elm)), typed | {"look": to})
    assert left.headers["Location"].endswith(where)
    assert not Draft.objects.exists()
    typed = answered(buyer, elm, {WRITE: ("met", "Half a thou")})
    buyer.post(buyer.url(page_of(elm)), typed | {"look": to})
    assert Draft.objects.count() == 1


def test_prices_are_kept_as_costs_are_and_one_that_is_not_told_is_kept_without(buyer, elm):
    help_line = {"label": "Help line", "category": "support"}
    price(buyer, elm, LICENCES, SET_UP, help_line, {})
    assert recorded(elm, "prices") == [
        {"label": "Licences", "category": "licences", "per_year": "5000.00", "in_year": 0},
        {"label": "Setting it up", "category": "set-up", "one_off": "2500.50", "in_year": 0},
        {"label": "Help line", "category": "support", "in_year": 0},
    ]


def test_faults_in_prices_are_told_and_what_was_typed_stands_in_the_boxes(buyer, elm):
    price(buyer, elm, LICENCES | {"per_year": "a lot"}, {"label": "", "category": "x"})
    page = buyer.see(page_of(elm, "prices"))
    assert faults_on(page) == [
        "The price for each year must be an amount in pounds, like 6240",
        "Enter what it is for",
        "Choose one of the answers listed",
    ]
    assert "a lot" in boxes(page).values()
    assert not recorded(elm, "prices")


def test_rows_are_added_taken_out_and_put_back_without_javascript(buyer, elm):
    url = buyer.url(page_of(elm, "prices"))
    added = buyer.post(url, listed(elm, "prices", [LICENCES]) | {"add": "yes"})
    assert added.headers["Location"] == f"{url}#supplier-{elm.pk}-prices-1-label"
    typed = boxes(buyer.see(page_of(elm, "prices")))
    assert typed[f"supplier-{elm.pk}-prices-TOTAL_FORMS"] == "2"
    buyer.post(url, typed | {"remove": "1"})
    page = buyer.see(page_of(elm, "prices"))
    assert "One price was taken out." in page
    buyer.post(url, boxes(page) | {"restore": "yes"})
    assert "Licences" in boxes(buyer.see(page_of(elm, "prices"))).values()


def test_a_page_that_did_not_arrive_whole_changes_nothing(buyer, elm):
    price(buyer, elm, LICENCES)
    for part in ("", "prices", "references"):
        buyer.post(buyer.url(page_of(elm, part)), {"base": "1"})
    assert len(recorded(elm, "prices")) == 1
    assert Recorded.objects.count() == 1


def test_references_are_kept_in_the_words_of_those_who_were_asked(buyer, elm):
    result = refer(buyer, elm, REFERENCE)
    assert result.headers["Location"] == buyer.url("suppliers")
    assert recorded(elm, "references")[0]["when"] == "2027-05"
    page = said(buyer.see("suppliers"))
    assert "The manager of a home nearby (Nursing home, 40 beds), May 2027" in page
    refer(buyer, elm, {"who": "Somebody", "when": "soon"})
    assert faults_on(buyer.see(page_of(elm, "references"))) == [
        "Enter what kind of organisation it is",
        "The month must be a month and a year, like March 2028",
        "Enter what they said",
    ]


def test_taking_a_supplier_out_is_asked_first_and_erases_all_of_it(buyer, elm):
    answer(buyer, elm, {WRITE: "met"})
    buyer.post(buyer.url(page_of(elm)), answered(buyer, elm, {WRITE: "not"}) | {"keep": "yes"})
    url = buyer.url(page_of(elm, "remove"))
    page = buyer.see(page_of(elm, "remove"))
    assert "Answers: 1" in page
    assert buyer.case.suppliers.exists()
    buyer.post(url, {"seen": value_in(page, "seen")})
    assert not buyer.case.suppliers.exists()
    assert not Recorded.history.exists()
    assert not Draft.objects.exists()
    assert buyer.post(url, {"seen": ""}).headers["Location"] == buyer.url("suppliers")
    assert buyer.get(url).status_code == 404


def test_what_was_recorded_meanwhile_is_not_erased_unseen(buyer, elm):
    seen = value_in(buyer.see(page_of(elm, "remove")), "seen")
    answer(buyer, elm, {WRITE: "met"})
    page = buyer.post(buyer.url(page_of(elm, "remove")), {"seen": seen})
    assert "meanwhile, so it was not taken out" in page.text
    assert said_of(elm) == {WRITE: "met"}


def test_what_is_recorded_in_the_very_moment_is_not_erased_either(buyer, elm):
    seen = recording.in_words(elm.recorded.order_by("kind"))
    answer(buyer, elm, {WRITE: "met"})
    assert recording.remove(elm, seen=seen) is False
    assert said_of(elm) == {WRITE: "met"}


def test_a_supplier_that_is_taken_out_while_it_is_named_is_not_found(buyer, elm, monkeypatch):
    rename = recording.rename

    def gone_by_then(supplier, name):
        Supplier.objects.all().delete()
        return rename(supplier, name)

    monkeypatch.setattr(recording, "rename", gone_by_then)
    named = buyer.post(buyer.url(page_of(elm, "name")), {"supplier-name": "Oak"})
    assert named.status_code == 404


def test_what_was_typed_about_a_supplier_that_is_gone_is_shown_once_more(buyer, elm):
    typed = answered(buyer, elm, {WRITE: ("met", "They <b>showed</b> it")})
    url = buyer.url(page_of(elm))
    elm.delete()
    page = buyer.post(url, typed)
    assert page.status_code == 404
    assert "This supplier was taken out" in page.text
    assert "They &lt;b&gt;showed&lt;/b&gt; it" in page.text


def test_a_supplier_that_is_taken_out_in_the_very_moment_is_no_error(buyer, elm, monkeypatch):
    typed = answered(buyer, elm, {WRITE: ("met", "They showed it")})
    real = part_page.clashes.chosen

    def late(opened):
        Supplier.objects.all().delete()
        return real(opened)

    monkeypatch.setattr(part_page.clashes, "chosen", late)
    page = buyer.post(buyer.url(page_of(elm)), typed)
    assert page.status_code == 404
    assert "They showed it" in page.text


def test_the_library_leads_back_to_where_something_was_being_written(buyer, elm):
    for page, url in (("", page_of(elm)), ("prices", page_of(elm, "prices"))):
        typed = boxes(buyer.see(page_of(elm, page)))
        there = buyer.post(buyer.url(url), typed | {"look": "library"}).headers["Location"]
        assert f'href="{buyer.url(url)}"' in buyer.get(there).text
    there = buyer.post(buyer.url("suppliers/choose"), {"look": "library"}).headers["Location"]
    assert f'href="{buyer.url("suppliers/choose")}"' in buyer.get(there).text
