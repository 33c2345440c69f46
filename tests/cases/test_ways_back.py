"""Alice goes back and forth, changes an answer from the list of them, and is never lost."""

import re

from tests.people import answers, said


def test_change_on_check_your_answers_leads_to_the_step_and_saving_leads_back(done):
    listed = done.see("check")
    links = set(re.findall(r'href="([^"]+\?from=check)"', listed))
    assert {done.url(step) + "?from=check" for step in answers()} <= links
    for step, kept in answers().items():
        page = done.see(step, "?from=check")
        assert 'name="look" value="check"' in page
        left = done.post(f"{done.url(step)}?from=check", {"look": "check"})
        assert left.headers["Location"] == f"{done.url('check')}#{step}"
        assert f'action="{done.url(step)}?from=check"' in page
        answer = done.save(step, kept, "?from=check")
        assert answer.headers["Location"] == f"{done.url('check')}#{step}"
        assert f'id="{step}"' in listed


def test_a_fault_on_the_way_does_not_lose_the_way_back(done):
    answer = done.send("control", {"control-how": ""}, "?from=check")
    assert f'action="{done.url("control")}?from=check"' in answer.text


def test_putting_off_leads_back_to_the_list_too(done):
    answer = done.save("control", {}, "?from=check", later="yes")
    assert answer.headers["Location"] == f"{done.url('check')}#control"


def test_throwing_a_draft_away_stays_on_the_way(done):
    answer = done.send("control", {"discard": "yes"}, "?from=check")
    assert answer.headers["Location"] == done.url("control") + "?from=check"


def test_a_need_that_starts_from_a_product_is_asked_again_once_and_then_let_go_on(alice):
    need = answers({"need": {"problem": "We need a CRM because calls get lost."}})["need"]
    answer = alice.save("need", need)
    assert answer.headers["Location"] == alice.url("need") + "?again=1"
    assert alice.kept("need") == need
    page = alice.see("need", "?again=1")
    assert f'href="{alice.url("need-evidence")}"' in page
    answer = alice.save("need", need, "?again=1")
    assert answer.headers["Location"] == alice.url("need-evidence")


def test_a_need_asked_again_from_the_list_of_answers_leads_back_to_it(done):
    need = answers({"need": {"problem": "We need a CRM because calls get lost."}})["need"]
    answer = done.save("need", need, "?from=check")
    assert answer.headers["Location"] == done.url("need") + "?again=1&from=check"
    answer = done.save("need", need, "?again=1&from=check")
    assert answer.headers["Location"] == done.url("check") + "#need"


def test_the_task_list_leads_to_the_first_step_that_is_to_be_done(alice):
    assert f'class="go" href="{alice.url("about-you")}"' in alice.see()
    alice.save("about-you", answers()["about-you"])
    assert f'class="go" href="{alice.url("organisation")}"' in alice.see()


def test_the_task_list_shows_four_stages(alice):
    page = said(alice.see())
    for number, stage in enumerate(
        ("Ask the right questions", "Make the business case", "Approach the market", "Roll out"), 1
    ):
        assert f"{number}. {stage}" in page


def test_the_avenues_stand_in_the_order_that_the_need_suggests_with_the_reason(alice):
    before = alice.see("avenues")
    alice.save("need", answers({"need": {"problem": "We drive too many miles on rotas."}})["need"])
    after = alice.see("avenues")
    first = re.search(r'name="avenues-chosen" value="([^"]+)"', after)
    assert first[1] == "logistics-and-efficiency"
    order = [re.findall(r'name="avenues-chosen" value="([^"]+)"', page) for page in (before, after)]
    assert sorted(order[0]) == sorted(order[1])
    assert "rotas" in said(after)


def test_all_questions_can_be_read_before_anything_is_started(client, catalogue):
    page = client.get("/questions/").text
    assert "What is the problem?" in page
    assert "Which ways forward do you want to look at?" in page
    assert "<input" not in page
