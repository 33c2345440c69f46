"""The prices of the supplier that Alice chose become costs of her case: shown first, then by one press."""

import pytest
from django.utils import timezone

from readiness.cases import answers
from readiness.cases.answers import Answers, Change
from readiness.cases.models import Answer
from readiness.suppliers import carry_page, carrying
from readiness.suppliers.carrying import Carried
from tests.people import picked_in, said, value_in
from tests.suppliers.at_the_table import LICENCES, SET_UP, add, choose, page_of, price

PAGE = "suppliers/choose/costs"
NEW = [
    {
        "label": "Licences",
        "category": "licences",
        "per_year": "5000.00",
        "in_year": 0,
        "confidence": "quoted",
    },
    {
        "label": "Setting it up",
        "category": "set-up",
        "one_off": "2500.50",
        "in_year": 0,
        "confidence": "quoted",
    },
]


@pytest.fixture
def elm(buyer):
    """Whom Alice chose, with all its prices."""
    elm = add(buyer, "Elm")
    price(buyer, elm, LICENCES, SET_UP)
    choose(buyer, elm)
    return elm


def press(person, stay=(1, 3), **more):
    """Press the last button on what the page shows."""
    seen = value_in(person.see(PAGE), "seen")
    typed = {"carry-stay": [str(n) for n in stay], "seen": seen}
    return person.post(person.url(PAGE), typed | more)


def test_old_and_new_stand_side_by_side_and_nothing_changes_by_looking(buyer, elm):
    before = buyer.kept("costs")
    page = buyer.see(PAGE)
    words = said(page)
    assert picked_in(page, "carry-stay") == ["1", "3"]  # devices and Wi-Fi: no price of that kind
    assert "Care records licences Goes Licences. £6,240 a year. Quoted" in words
    assert "Handsets Stays Devices. £4,200 once, £600 a year. Quoted" in words
    assert "Licences New Licences. £5,000 a year. Quoted" in words
    assert "Setting it up New Set-up. £2,500.50 once. Quoted" in words
    assert buyer.kept("costs") == before


def test_what_the_figures_become_is_said_before_and_is_so_after(buyer, elm):
    before = Answers.of(buyer.case).facts(timezone.localdate()).figures
    words = said(buyer.see(PAGE))
    assert "Cost over all the years: £74,584 now, £65,224 then. That is £9,360 less." in words
    assert "Your budget for the first year is £32,000." in words
    assert f"{before.whole_life_cost:,.0f}" == "74,584"
    press(buyer)
    after = Answers.of(buyer.case).facts(timezone.localdate()).figures
    assert f"{after.whole_life_cost:,.0f}" == "65,224"


def test_one_press_makes_them_costs_with_a_history(buyer, elm):
    kept = buyer.kept("costs")["rows"]
    assert press(buyer).headers["Location"] == buyer.url("suppliers")
    row = buyer.row("costs")
    assert row.kept["rows"] == [kept[1], kept[3], *NEW]
    assert row.version == 2
    assert row.changed_by == "shown 1 May"
    assert row.history.filter(version=1).get().kept["rows"] == kept
    page = said(buyer.see("suppliers"))
    assert "Done. The prices are now costs of your case." in page
    assert "Its prices became the costs of your case on" in page
    assert buyer.see("costs").count('value="quoted" selected') >= 2


def test_ticks_that_were_not_shown_are_shown_first(buyer, elm):
    answer = press(buyer, stay=[1])
    assert "Nothing was put in yet" in answer.text
    assert buyer.row("costs").version == 1
    assert picked_in(answer.text, "carry-stay") == ["1"]
    shown = value_in(answer.text, "seen")
    buyer.post(buyer.url(PAGE), {"carry-stay": ["1"], "seen": shown})
    assert len(buyer.kept("costs")["rows"]) == 3


def test_show_what_changes_only_shows(buyer, elm):
    answer = press(buyer, stay=[], show="yes")
    assert "Handsets Goes" in said(answer.text)
    assert "Nothing was put in yet" not in answer.text
    assert buyer.row("costs").version == 1


@pytest.mark.parametrize("what", ["costs", "prices"])
def test_what_changed_meanwhile_is_shown_first(buyer, elm, what):
    seen = value_in(buyer.see(PAGE), "seen")
    if what == "costs":
        buyer.save("costs", {"rows": buyer.kept("costs")["rows"][:2]})
    else:
        price(buyer, elm, LICENCES | {"per_year": "5,500"})
    version = buyer.row("costs").version
    answer = buyer.post(buyer.url(PAGE), {"carry-stay": ["1"], "seen": seen})
    assert "what would change is not what you were shown" in answer.text
    assert buyer.row("costs").version == version


def test_costs_that_change_in_the_very_moment_are_not_written_over(buyer, elm, monkeypatch):
    real = answers.save

    def late(case, step, change, *, holds):
        rows = {"rows": [{**NEW[0], "label": "Sam’s"}]}
        at = timezone.now()
        real(case, step, Change(kept=rows, base=1, by="Sam", at=at), holds=holds)
        return real(case, step, change, holds=holds)

    with monkeypatch.context() as patch:
        patch.setattr(carry_page.answers, "save", late)
        press(buyer)
    assert [row["label"] for row in buyer.kept("costs")["rows"]] == ["Sam’s"]
    page = said(buyer.see(PAGE))
    assert "Somebody changed the costs just now. Look again." in page
    assert "Sam’s Goes" in page


def test_putting_them_in_again_and_again_is_slowed_down(buyer, elm, monkeypatch):
    monkeypatch.setattr(carry_page.limits, "allow", lambda *_who, **_often: False)
    assert press(buyer).status_code == 429
    assert buyer.row("costs").version == 1


def test_a_double_click_puts_them_in_once_and_then_there_is_nothing_to_put_in(buyer, elm):
    seen = value_in(buyer.see(PAGE), "seen")
    for _press in range(2):
        buyer.post(buyer.url(PAGE), {"carry-stay": ["1", "3"], "seen": seen})
    assert buyer.row("costs").version == 2
    assert "Your costs are these already." in buyer.see(PAGE)


def test_a_price_that_is_not_told_keeps_them_out(buyer, elm):
    price(buyer, elm, LICENCES, {"label": "Help line", "category": "support"}, base="1")
    page = said(buyer.see(PAGE))
    assert "Elm has not told you all its prices." in page
    assert "Help line" in page
    assert press_blind(buyer).status_code == 200
    assert buyer.row("costs").version == 1


def press_blind(person):
    return person.post(person.url(PAGE), {"carry-stay": [], "seen": "x"})


@pytest.mark.parametrize("chosen", ["none", "open"])
def test_without_a_chosen_supplier_there_is_nothing_to_put_in(buyer, elm, chosen):
    choose(buyer, chosen, "Too dear")
    assert "No supplier is chosen" in buyer.see(PAGE)
    press_blind(buyer)
    assert buyer.row("costs").version == 1


def test_without_prices_the_page_leads_to_them(buyer):
    oak = add(buyer, "Oak")
    choose(buyer, oak)
    page = buyer.see(PAGE)
    assert "You have recorded no prices of Oak yet." in page
    assert buyer.url(page_of(oak, "prices")) in page


def test_more_than_twelve_costs_are_told_and_not_put_in(buyer, elm):
    many = [{**NEW[0], "label": f"Cost {n}", "category": "other"} for n in range(11)]
    buyer.save("costs", {"rows": many})
    answer = press(buyer, stay=range(11))
    assert "That makes 13 costs, and 12 fit." in answer.text
    assert len(buyer.kept("costs")["rows"]) == 11


def test_a_cost_that_is_not_finished_cannot_stay(buyer, elm):
    Answer.objects.filter(case=buyer.case, step="costs").update(
        kept={"rows": [{"label": "Half a cost", "category": "other"}]}, later=True
    )
    page = buyer.see(PAGE)
    assert "One of the costs that stay is not finished." in page
    press(buyer, stay=[0])
    assert buyer.row("costs").later
    shown = value_in(press(buyer, stay=[], show="yes").text, "seen")
    buyer.post(buyer.url(PAGE), {"seen": shown})
    assert buyer.kept("costs")["rows"] == NEW
    assert not buyer.row("costs").later


def test_in_a_case_without_costs_the_prices_are_the_first(alice):
    elm = add(alice, "Elm")
    price(alice, elm, LICENCES, SET_UP)
    choose(alice, elm)
    page = said(alice.see(PAGE))
    assert "None yet" in page
    assert "cannot be worked out yet. Still to be answered: “Your time”" in page or (
        "Still to be answered" in page
    )
    press(alice, stay=[])
    assert alice.kept("costs") == {"rows": NEW}


def test_the_allowance_for_what_is_not_known_is_told_and_stays(buyer, elm):
    answer = press(buyer, stay=[1], show="yes")
    assert (
        "You add 30% for what you do not know yet. With costs as sure as these we suggest 10%."
        in said(answer.text)
    )
    assert "we suggest" not in said(buyer.see(PAGE)) or "30%" in said(buyer.see(PAGE))
    press(buyer)
    assert buyer.kept("cost-assumptions")["contingency_percent"] == "30"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"category": "devices", "one_off": "90.00", "in_year": 4}, "Devices. £90 once, in year 4"),
        ({"category": "other", "per_year": "0.00"}, "Something else. £0 a year"),
        ({}, ""),
    ],
)
def test_a_cost_in_words(row, words):
    assert carrying.in_words(row) == words


def test_a_line_that_is_a_cost_already_does_not_stand_twice():
    prices = [{n: v for n, v in row.items() if n != "confidence"} for row in NEW]
    carried = Carried(Answers(), prices, carrying.likely_to_stay(NEW, prices))
    assert carried.kept["rows"] == NEW


LEFT = "The prices of Elm became costs of your case on"


@pytest.mark.parametrize("chosen", ["none", "open"])
def test_prices_that_are_costs_though_elm_is_not_chosen_any_more_are_told(buyer, elm, chosen):
    press(buyer)
    assert LEFT not in said(buyer.see("suppliers"))
    choose(buyer, chosen, "Too dear")
    page = buyer.see("suppliers")
    assert LEFT in said(page)
    assert buyer.url("costs") in page

    buyer.save("costs", {"rows": NEW[:1]})
    assert LEFT not in said(buyer.see("suppliers"))


def test_prices_of_another_take_the_place_of_those_that_were_told(buyer, elm):
    press(buyer)
    oak = add(buyer, "Oak")
    price(buyer, oak, LICENCES)
    choose(buyer, oak, "It is kinder")
    assert LEFT in said(buyer.see("suppliers"))
    press(buyer, stay=(0, 1, 3))
    assert LEFT not in said(buyer.see("suppliers"))
