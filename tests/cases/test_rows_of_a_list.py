"""Alice adds a row, takes one out and puts it back: without JavaScript, and without losing a word."""

import pytest

from readiness.cases.models import Draft
from tests.cases import contract
from tests.people import answers, faults_on, typed, value_in

COSTS = answers()["costs"]


def labels(page):
    count = int(value_in(page, "costs-TOTAL_FORMS"))
    return [value_in(page, f"costs-{n}-label") for n in range(count)]


def press(person, page, **button):
    """Press a button on the page of costs, with what stands in its boxes."""
    posted = {"costs-TOTAL_FORMS": value_in(page, "costs-TOTAL_FORMS"), "costs-INITIAL_FORMS": "0"}
    for n in range(int(posted["costs-TOTAL_FORMS"])):
        for name in ("label", "one_off", "in_year", "per_year"):
            posted[f"costs-{n}-{name}"] = value_in(page, f"costs-{n}-{name}")
    restore = value_in(page, "restore_row")
    answer = person.send("costs", posted | ({"restore_row": restore} if restore else {}), **button)
    assert answer.status_code == 302
    return person.see("costs")


NAMES = [row["label"] for row in COSTS["rows"]]


def test_a_new_list_that_needs_a_row_shows_one_and_another_shows_none(alice):
    for step, (least, _most) in contract.ROWS.items():
        assert value_in(alice.see(step), f"{step}-TOTAL_FORMS") == str(min(least, 1))


def test_alice_adds_a_row_and_what_she_typed_goes_along(alice):
    alice.send("costs", {"costs-TOTAL_FORMS": "1", "costs-0-label": " Phones", "add": "yes"})
    page = alice.see("costs")
    assert labels(page) == [" Phones", ""]
    assert value_in(page, "costs-1-in_year") == "0"
    assert not faults_on(page)
    assert alice.kept("costs") is None


def test_alice_takes_out_the_second_row_and_puts_it_back(done):
    page = press(done, done.see("costs"), remove="2")
    assert labels(page) == [NAMES[0], *NAMES[2:]]
    assert done.kept("costs") == COSTS  # nothing is saved yet
    page = press(done, page, restore="yes")
    assert sorted(labels(page)) == sorted(NAMES)
    assert value_in(page, f"costs-{labels(page).index('Handsets')}-one_off") == "4200"


def test_a_row_with_awkward_words_comes_back_as_it_was(done):
    words = 'A&B="x"+1%20<i>é\u202e ;'
    done.send("costs", {"costs-TOTAL_FORMS": "1", "costs-0-label": words, "keep": "yes"})
    page = press(done, press(done, done.see("costs"), remove="1"), restore="yes")
    assert words in labels(page)


def test_the_page_opens_at_the_new_row_or_where_one_was_taken_out(done):
    posted = typed("costs", COSTS)
    added = done.send("costs", posted, add="yes").headers["Location"]
    assert added == done.url("costs") + "#costs-4-label"
    assert 'id="costs-4-label"' in done.see("costs")
    taken = done.send("costs", posted, remove="1").headers["Location"]
    assert 'id="' + taken.partition("#")[2] + '"' in done.see("costs")


def test_the_way_back_to_check_your_answers_stays_while_rows_change(done):
    answer = done.send("costs", typed("costs", COSTS), "?from=check", add="yes")
    assert answer.headers["Location"].startswith(done.url("costs") + "?from=check#")


def test_empty_rows_are_no_answer(alice):
    kept = typed("costs", {"rows": [COSTS["rows"][0], {}, {}]})
    for n in (1, 2):
        kept[f"costs-{n}-in_year"] = "0"
    assert alice.send("costs", kept).status_code == 302
    assert alice.kept("costs") == {"rows": [COSTS["rows"][0]]}


def test_a_saved_row_that_is_sent_again_unchanged_is_no_empty_row(done):
    done.save("costs", {"rows": COSTS["rows"][1:]}, base="1")
    assert done.kept("costs") == {"rows": COSTS["rows"][1:]}
    done.save("costs", {"rows": COSTS["rows"][1:]}, base="2")
    assert done.kept("costs") == {"rows": COSTS["rows"][1:]}


def test_a_list_without_rows_says_so_where_that_is_an_answer_and_is_a_fault_where_not(alice):
    for step, (least, _most) in contract.ROWS.items():
        answer = alice.save(step, {"rows": []})
        assert alice.kept(step) == (None if least else {"rows": []})
        assert bool(faults_on(answer.text)) == bool(least) if answer.status_code == 200 else True


def test_the_task_list_takes_no_rows_for_an_answer(alice):
    alice.save("savings", {"rows": []})
    assert alice.see().count(">Done<") == 1


def test_at_the_most_rows_there_is_no_button_to_add_one(alice):
    row = answers()["outcomes"]["rows"][0]
    alice.save("outcomes", {"rows": [row] * 4})
    assert 'name="add"' in alice.see("outcomes")
    alice.save("outcomes", {"rows": [row] * 5})
    assert alice.kept("outcomes") == {"rows": [row] * 5}
    assert 'name="add"' not in alice.see("outcomes")


def test_a_fault_in_one_row_keeps_all_rows_on_the_page(alice):
    rows = [*COSTS["rows"][:2], {"label": "Wi-Fi", "category": "connectivity"}]
    answer = alice.save("costs", {"rows": rows})
    assert labels(answer.text) == [*NAMES[:2], "Wi-Fi"]
    assert 'href="#costs-2-one_off"' in answer.text
    assert 'href="#costs-2-confidence"' in answer.text
    assert labels(alice.see("costs")) == [*NAMES[:2], "Wi-Fi"]


def test_a_default_that_was_cleared_in_a_row_is_taken_again(alice):
    row = {n: v for n, v in COSTS["rows"][0].items() if n != "in_year"}
    alice.save("costs", {"rows": [row]})
    assert alice.kept("costs") == {"rows": [row | {"in_year": 0}]}


@pytest.mark.parametrize("presses", [["add"] * 5, ["remove"] * 6, ["add", "remove"] * 4])
def test_any_number_of_presses_keeps_the_draft_whole(done, presses):
    page = done.see("costs")
    for button in presses:
        page = press(done, page, **{button: "1"})
    assert len(labels(page)) == int(Draft.objects.get().typed["costs-TOTAL_FORMS"][0])
