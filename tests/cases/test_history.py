"""Alice looks up who changed what, and when; old words can be copied from there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from readiness.cases import history
from readiness.cases.models import Answer
from tests.cases.test_two_people import choose
from tests.people import answers, said

ORGANISATION = answers()["organisation"]
NEED = answers()["need"]


@pytest.fixture
def both(alice, bob):
    """Alice and Bob, who both have the step before them as Alice saved it."""
    alice.save("organisation", ORGANISATION, base="0")
    return alice, bob


def test_the_history_says_who_changed_what_the_last_first(both):
    alice, bob = both
    bob.save("organisation", ORGANISATION | {"staff": 80}, base="1")
    page = said(alice.see("history"))
    assert page.index("by Bob's link") < page.index("by the first browser")
    assert "Answered for the first time" in page
    assert "removed: 46" in page or "removed: 60" in page or "removed:" in page
    assert "80" in page


def test_old_words_stand_there_whole_and_harmless(both):
    alice, _bob = both
    alice.save("need", NEED | {"problem": "The <b>old</b> words.\n\nAll of them."}, base="0")
    alice.save("need", NEED | {"problem": "Something else entirely"}, base="1")
    page = alice.see("history")
    assert "The &lt;b&gt;old&lt;/b&gt; words." in page
    assert "removed: The <b>old</b> words. All of them." in said(page)


def test_putting_off_and_coming_back_is_told(both):
    alice, _bob = both
    alice.save("organisation", ORGANISATION, base="1", later="yes")
    assert "Put off until later" in said(alice.see("history"))
    alice.save("organisation", ORGANISATION, base="2")
    assert "Answered, after it was put off" in said(alice.see("history"))


def test_what_bob_wrote_and_did_not_choose_stays_in_the_history(both):
    """Both texts are kept, whichever of the two is chosen."""
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"name": "Alices house"}, base="1")
    page = bob.save("organisation", ORGANISATION | {"name": "Bobs house"}, base="1").text
    choose(bob, "organisation", page, name="theirs")
    assert alice.kept("organisation")["name"] == "Alices house"
    page = said(alice.see("history"))
    assert "by Bob's link · Written at the same time as another answer, and not chosen" in page
    assert "Bobs" in page


def test_it_stays_there_also_where_the_choice_has_a_fault(both):
    alice, bob = both
    control = answers()["control"]
    alice.save("control", control, base="0")
    alice.save("control", {**control, "how": ""}, base="1", later="yes")
    page = bob.save("control", control | {"how": "By asking them each week"}, base="1").text
    choose(bob, "control", page, how="theirs")
    assert "By asking them each week" in said(alice.see("history"))


def test_a_second_press_of_the_choice_puts_it_there_once(both):
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"name": "Alices"}, base="1")
    page = bob.save("organisation", ORGANISATION | {"name": "Bobs"}, base="1").text
    for _n in range(2):
        choose(bob, "organisation", page, name="theirs")
    past = alice.row("organisation").history.filter(history_change_reason="not chosen")
    assert past.count() == 1


def test_what_was_not_chosen_is_never_merged_from(both):
    """The version that a third change began from is what was saved as that version."""
    alice, bob = both
    alice.save("organisation", ORGANISATION | {"name": "Alices"}, base="1")
    page = bob.save("organisation", ORGANISATION | {"name": "Bobs"}, base="1").text
    choose(bob, "organisation", page, name="theirs")
    alice.save("organisation", ORGANISATION | {"name": "Alices", "staff": 81}, base="2")
    bob.save("organisation", ORGANISATION | {"name": "Alices", "sites": 4}, base="2")
    kept = alice.kept("organisation")
    assert (kept["name"], kept["staff"], kept["sites"]) == ("Alices", 81, 4)
    page = said(alice.see("history"))
    assert page.count("Bobs") == 1  # and is compared with nothing else


def test_a_list_tells_which_row_is_new(both):
    alice, _bob = both
    risks = answers()["risks"]["rows"]
    alice.save("risks", {"rows": risks[:1]}, base="0")
    alice.save("risks", {"rows": [*risks[:1], risks[0] | {"risk": "A new one"}]}, base="1")
    assert "Risk 2, new" in said(alice.see("history"))


def test_a_page_holds_twenty_saves_and_leads_to_earlier_ones_that_do_not_move(both):
    alice, bob = both
    for n in range(25):
        alice.save("organisation", ORGANISATION | {"staff": 100 + n}, base=str(n + 1))
    first = alice.see("history")
    older = first[first.index("?before=") :].split('"')[0]
    second = said(alice.see("history", older))
    bob.save("organisation", ORGANISATION | {"staff": 200}, base="26")
    assert said(alice.see("history", older)) == second
    assert "104" in second
    assert "Earlier changes" not in second
    assert first.count('class="answers past"') == history.PER_PAGE


@pytest.mark.parametrize("before", ["x", "-1", "", "9" * 40, "٣", "1.5"])
def test_no_place_in_the_history_is_an_error(both, before):
    alice, _bob = both
    assert alice.get(alice.url("history"), {"before": before}).status_code == 200


def test_an_empty_case_has_an_empty_history(alice):
    assert "Nothing was saved yet." in said(alice.see("history"))
    assert "Nothing was saved before that." in said(alice.see("history", "?before=1"))


def test_nobody_reads_another_case_s_history(both, charlie):
    alice, _bob = both
    charlie.save("organisation", ORGANISATION | {"name": "Charlies"})
    assert "Charlies" not in alice.see("history")
    assert charlie.get(alice.url("history")).status_code == 404


def test_a_step_that_is_no_longer_asked_is_named_and_breaks_nothing(alice):
    Answer.objects.create(case=alice.case, step="gone", kept={"a": 1}, changed_by="Alice")
    assert "gone" in said(alice.see("history"))


def test_a_page_of_the_history_asks_the_database_little(done, django_assert_max_num_queries):
    later = timezone.now() + timedelta(seconds=1)
    for row in done.case.answers.all():
        row.version, row.changed_at = 2, later
        row.save()
    done.see()
    with django_assert_max_num_queries(6):
        done.see("history")
