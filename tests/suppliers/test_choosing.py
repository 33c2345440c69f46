"""Alice chooses one, or none of them, and says why. Her choice is hers."""

import pytest
from django.utils import timezone

from readiness.cases.models import Draft
from readiness.suppliers import recording
from readiness.suppliers.models import Chosen
from readiness.suppliers.recording import Choosing
from tests.people import faults_on, picked_in, said, value_in
from tests.suppliers.at_the_table import (
    LICENCES,
    OFFLINE,
    WRITE,
    add,
    answer,
    boxes,
    choose,
    page_of,
    price,
)

CHOSEN, WHY = "supplier-choice-chosen", "supplier-choice-why"


@pytest.fixture
def elm(buyer):
    return add(buyer, "Elm")


def test_one_is_chosen_and_the_reason_stands_on_the_page(buyer, elm):
    assert choose(buyer, elm).headers["Location"] == buyer.url("suppliers")
    page = said(buyer.see("suppliers"))
    assert "You chose Elm on" in page
    assert "It suits the night staff." in page
    assert "Put its prices into your case" in page
    form = buyer.see("suppliers/choose")
    assert picked_in(form, CHOSEN) == [str(elm.pk)]


def test_none_of_them_is_a_result_too(buyer, elm):
    assert choose(buyer, "none").headers["Location"] == buyer.url("suppliers")
    page = said(buyer.see("suppliers"))
    assert "You chose none of them on" in page
    assert "Put its prices into your case" not in page


def test_none_can_be_chosen_where_there_is_no_supplier_at_all(buyer):
    choose(buyer, "none", "Nobody answered in time.")
    assert "Nobody answered in time." in buyer.see("suppliers")


def test_what_was_chosen_can_be_open_again(buyer, elm):
    choose(buyer, elm)
    choose(buyer, "open", "")
    assert "You chose" not in buyer.see("suppliers")
    assert [each.outcome for each in buyer.case.supplier_choices.all()] == ["one", "open"]


@pytest.mark.parametrize(
    ("chosen", "why", "faults"),
    [
        ("", "Because", ["Choose one of them, or none"]),
        ("none", " ", ["Enter why"]),
        ("999", "Because", ["Choose one of the answers listed"]),
        ("none", "x" * 2001, ["Why must be 2,000 characters or fewer. Take out 1 character"]),
    ],
)
def test_what_is_missing_is_told_and_what_was_typed_is_kept(buyer, elm, chosen, why, faults):
    assert choose(buyer, chosen, why).headers["Location"] == buyer.url("suppliers/choose")
    page = buyer.see("suppliers/choose")
    assert faults_on(page) == faults
    assert value_in(page, WHY) == why
    assert not Chosen.objects.exists()


def test_beside_each_stand_the_musts_that_it_does_not_meet_by_name(buyer, elm):
    oak = add(buyer, "Oak")
    answer(buyer, elm, {WRITE: "met", OFFLINE: "not"})
    answer(buyer, oak, {WRITE: "met", OFFLINE: "met"})
    page = said(buyer.see("suppliers/choose"))
    assert "Not met: “It works when the Wi-Fi is down”." in page
    assert "Every must is met." in page


def test_a_choice_that_somebody_made_meanwhile_is_told_and_both_are_shown(buyer, elm):
    typed = boxes(buyer.see("suppliers/choose")) | {CHOSEN: str(elm.pk), WHY: "Mine"}
    said_ = Choosing("none", None, "Theirs")
    recording.choose(buyer.case, said_, base=0, by="Sam", at=timezone.now())
    buyer.post(buyer.url("suppliers/choose"), typed)
    page = buyer.see("suppliers/choose")
    words = said(page)
    assert "Somebody recorded another choice" in words
    assert "(by Sam)" in words
    assert "None of them Theirs" in words
    assert value_in(page, WHY) == "Mine"
    assert Chosen.objects.count() == 1
    buyer.post(buyer.url("suppliers/choose"), boxes(page))
    assert recording.newest_choice(buyer.case).why == "Mine"
    assert "Somebody recorded" not in buyer.see("suppliers/choose")


def test_of_two_who_choose_at_once_the_second_is_asked(buyer, elm, monkeypatch):
    """Both pages were read before either was recorded."""
    typed = boxes(buyer.see("suppliers/choose")) | {CHOSEN: str(elm.pk), WHY: "Mine"}
    choose_ = recording.choose

    def after_sam(case, said_, **more):
        choose_(case, Choosing("none", None, "Theirs"), base=0, by="Sam", at=timezone.now())
        return choose_(case, said_, **more)

    monkeypatch.setattr(recording, "choose", after_sam)
    buyer.post(buyer.url("suppliers/choose"), typed)
    page = buyer.see("suppliers/choose")
    assert "Somebody recorded another choice" in said(page)
    assert value_in(page, WHY) == "Mine"
    assert [each.why for each in Chosen.objects.all()] == ["Theirs"]


def test_choosing_one_that_is_taken_out_in_the_very_moment_loses_no_words(buyer, elm, monkeypatch):
    typed = boxes(buyer.see("suppliers/choose")) | {CHOSEN: str(elm.pk), WHY: "Mine"}
    choose_ = recording.choose

    def after_it_went(case, said_, **more):
        recording.remove(elm, seen=recording.in_words(elm.recorded.order_by("kind")))
        return choose_(case, said_, **more)

    monkeypatch.setattr(recording, "choose", after_it_went)
    buyer.post(buyer.url("suppliers/choose"), typed)
    page = buyer.see("suppliers/choose")
    assert value_in(page, WHY) == "Mine"
    assert not picked_in(page, CHOSEN)
    assert not Chosen.objects.exists()


def test_a_double_click_records_it_once(buyer, elm):
    typed = boxes(buyer.see("suppliers/choose")) | {CHOSEN: "none", WHY: "Why"}
    for _press in range(2):
        answer_ = buyer.post(buyer.url("suppliers/choose"), typed)
        assert answer_.headers["Location"] == buyer.url("suppliers")
    assert Chosen.objects.count() == 1


def test_the_choice_outlives_the_supplier(buyer, elm):
    choose(buyer, elm)
    seen = value_in(buyer.see(page_of(elm, "remove")), "seen")
    buyer.post(buyer.url(page_of(elm, "remove")), {"seen": seen})
    page = said(buyer.see("suppliers"))
    assert "You chose Elm" in page
    assert "It is not among the suppliers here any more." in page
    assert buyer.see("suppliers/choose")
    assert "No supplier is chosen" in buyer.see("suppliers/choose/costs")


def test_what_is_typed_about_the_choice_waits_as_a_draft(buyer, elm):
    typed = boxes(buyer.see("suppliers/choose")) | {WHY: "Half a thou"}
    assert buyer.post(buyer.url("suppliers/choose"), typed | {"keep": "y"}).status_code == 204
    page = buyer.see("suppliers/choose")
    assert value_in(page, WHY) == "Half a thou"
    left = buyer.post(buyer.url("suppliers/choose"), boxes(page) | {"look": "compare"})
    assert left.headers["Location"] == buyer.url("suppliers")
    assert "Which one you choose" in buyer.see("suppliers")
    buyer.post(buyer.url("suppliers/choose"), {"discard": "yes"})
    assert value_in(buyer.see("suppliers/choose"), WHY) == ""


def test_choosing_again_and_again_is_slowed_down_and_loses_no_words(buyer, elm):
    price(buyer, elm, LICENCES)
    for n in range(20):
        choose(buyer, "none", f"Reason {n}")
    assert choose(buyer, "none", "Reason 20").status_code == 429
    assert value_in(buyer.see("suppliers/choose"), WHY) == "Reason 20"


def test_leaving_a_choice_as_it_was_makes_no_draft(buyer, elm):
    for _look in range(2):
        buyer.post(
            buyer.url("suppliers/choose"),
            boxes(buyer.see("suppliers/choose")) | {"look": "compare"},
        )
        assert not Draft.objects.exists()
        choose(buyer, elm)
