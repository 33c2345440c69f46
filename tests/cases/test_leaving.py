"""Leaving a case: whoever has no way back is told so first."""

from readiness.cases.models import AccessLink
from tests.people import answers


def test_alice_who_has_no_link_yet_is_told_before_she_leaves(alice):
    page = alice.post(alice.url("leave")).text
    assert "You have no link yet" in page
    assert alice.get(alice.url()).status_code == 200


def test_alice_can_leave_all_the_same(alice):
    assert "You have left" in alice.post(alice.url("leave"), {"anyway": "yes"}).text
    assert alice.get(alice.url()).status_code == 404


def test_bob_who_came_by_a_link_leaves_at_once(bob):
    assert "You have left" in bob.post(bob.url("leave")).text


def test_the_start_page_leads_back_to_the_case_that_is_open(alice):
    assert f'href="{alice.url()}"' in alice.get("/").text


def test_the_start_page_leads_nowhere_once_the_link_is_closed(alice):
    AccessLink.objects.update(revoked_at="2026-01-01T00:00Z")
    assert f'href="{alice.url()}"' not in alice.get("/").text


def test_after_a_fault_the_browser_is_sent_to_the_page_that_shows_it(alice):
    answer = alice.post(alice.url("need"), {"need-problem": "Notes take too long"})
    assert (answer.status_code, answer.headers["Location"]) == (302, alice.url("need"))
    page = alice.see("need")
    assert "There is a problem" in page
    assert "Notes take too long" in page


def test_the_end_of_a_stage_is_said(alice):
    answer = alice.save("involvement", answers()["involvement"])
    assert "That was the last step of" in alice.get(answer.headers["Location"]).text


def test_leaving_from_a_step_keeps_what_was_typed_there(bob, alice):
    typed = {"need-problem": "Half a thought", "leave": "yes"}
    assert "You have left" in bob.post(bob.url("need"), typed).text
    assert bob.get(bob.url("need")).status_code == 404
    draft = bob.case.drafts.get(step="need")
    assert (draft.link.label, draft.typed["need-problem"]) == ("Bob's link", ["Half a thought"])


def test_leaving_from_a_step_in_which_nothing_was_typed_keeps_nothing(bob):
    bob.post(bob.url("need"), {"leave": "yes"})
    assert not bob.case.drafts.exists()


def test_whoever_has_no_link_is_told_so_on_leaving_from_a_step_too(alice):
    page = alice.post(alice.url("need"), {"need-problem": "Half a thought", "leave": "yes"}).text
    assert "You have no link yet" in page
    assert alice.case.drafts.get().typed["need-problem"] == ["Half a thought"]


def test_leaving_from_a_step_that_is_not_asked_any_more_leaves_too(bob):
    answer = bob.post(bob.url("anxiety-cost-much"), {"leave": "yes"})
    assert "You have left" in answer.text
