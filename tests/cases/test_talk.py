"""Alice and Bob talk about answers; what is new to one of them is said on the task list."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.html import escape

from readiness.cases import comments, versions
from readiness.cases.models import Comment
from readiness.catalogue.contents import contents
from tests.people import Person, answers, faults_on, said, value_in

HOSTILE = "<script>alert(1)</script> “why?” & so on"


def say(person, words="Is that so?", step="need", place="need-problem"):
    return person.post(person.url(f"talk/{step}"), {"talk-place": place, "talk-words": words})


@pytest.fixture
def both(alice, bob):
    """Alice and Bob, in a case whose need is answered."""
    alice.save("need", answers()["need"])
    return alice, bob


def test_what_bob_says_alice_reads_on_the_step_and_on_the_list_of_answers(both):
    alice, bob = both
    assert say(bob, HOSTILE).headers["Location"] == bob.url("talk/need")
    for page in ("need", "check", "talk/need"):
        html = alice.see(page)
        assert escape(HOSTILE) in html
        assert "<script>alert" not in html
        assert "Bob's link" in said(html)
    assert "<h2>The problem</h2>" in alice.see("talk/need")


def test_the_task_list_counts_what_is_new_until_the_step_is_seen(both):
    alice, bob = both
    say(bob)
    say(bob, "And who says so?")
    page = said(alice.see())
    assert "2 new comments" in page
    assert "New comments on: The need" in page
    assert "new comment" not in said(bob.see())  # they are his own
    assert "New" in said(alice.see("need"))
    assert "new comment" not in said(alice.see())
    say(bob, "One more thing")
    assert "1 new comment" in said(alice.see())


def test_what_alice_has_read_is_still_new_to_others(both):
    alice, bob = both
    charlotte = Person()
    charlotte.join(alice.case, label="Charlotte")
    say(bob)
    alice.see("talk/need")
    assert "1 new comment" in said(charlotte.see())


def test_looking_at_all_answers_is_not_reading_the_comments(both):
    alice, bob = both
    say(bob)
    alice.see("check")
    assert "1 new comment" in said(alice.see())


def test_there_is_one_thread_for_each_answer_and_one_for_the_step(both):
    alice, bob = both
    say(bob, "First")
    say(alice, "Of it all", place="whole")
    say(alice, "Second")
    page = said(alice.see("talk/need"))
    assert page.index("First") < page.index("Second") < page.index("Of it all")
    assert page.count("The whole step") == 2  # its heading, and the choice


def test_a_row_of_a_list_can_be_talked_about(both):
    alice, bob = both
    alice.save("risks", answers()["risks"])
    assert say(bob, step="risks", place="risks-0-risk").status_code == 302
    assert "Risk 1: " in said(alice.see("talk/risks"))


@pytest.mark.parametrize(
    ("words", "place", "fault"),
    [
        ("  ", "whole", "Enter what you want to say"),
        (
            "x" * 2001,
            "whole",
            "What you want to say must be 2,000 characters or fewer. Take out 1 character",
        ),
        ("Well", "need-nothing", "Choose one of the answers listed"),
    ],
)
def test_a_fault_is_said_and_no_word_is_lost(both, words, place, fault):
    alice, _bob = both
    answer = say(alice, words, place=place)
    assert faults_on(answer.text) == [fault]
    assert value_in(answer.text, "talk-words") == words
    assert not Comment.objects.exists()


def test_a_second_press_says_nothing_twice(both):
    alice, _bob = both
    for _n in range(2):
        say(alice, "The same")
    assert Comment.objects.count() == 1
    Comment.objects.update(at=timezone.now() - timedelta(minutes=2))
    say(alice, "The same")
    assert Comment.objects.count() == 2


def test_sixty_comments_an_hour_come_from_one_link(both, monkeypatch):
    alice, bob = both
    codes = {n: say(alice, f"No {n}").status_code for n in range(61)}
    assert [n for n, code in codes.items() if code == 429] == [60]
    refused = say(alice, "One more, not to be lost")
    assert faults_on(refused.text) == ["Wait an hour, then try again. These were many comments"]
    assert value_in(refused.text, "talk-words") == "One more, not to be lost"
    assert say(bob).status_code == 302


def test_alice_takes_her_own_comment_out_and_has_its_words_in_the_box(both):
    alice, bob = both
    say(alice, "Not what I meant")
    comment = Comment.objects.get()
    page = bob.see("talk/need")
    assert f"talk/need/{comment.pk}/" not in page
    assert bob.post(bob.url(f"talk/need/{comment.pk}")).status_code == 302
    assert Comment.objects.exists()
    answer = alice.post(alice.url(f"talk/need/{comment.pk}"))
    assert not Comment.objects.exists()
    assert value_in(answer.text, "talk-words") == "Not what I meant"
    assert alice.post(alice.url(f"talk/need/{comment.pk}")).status_code == 302
    assert alice.post(alice.url("talk/need/" + "9" * 30)).status_code == 302


def test_a_consultant_s_comment_is_in_the_same_thread_and_is_nobody_s_to_take_out(done, dawn):
    version = versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    say(done, "We think so")
    words = {"step": "need", "place": "need-problem", "words": "How do you know?"}
    dawn.post(f"/admin/cases/version/{version.pk}/comment/", words)
    page = said(done.see("talk/need"))
    assert page.index("We think so") < page.index("How do you know?")
    assert "A consultant," in page
    comment = Comment.objects.get(by__isnull=False)
    done.post(done.url(f"talk/need/{comment.pk}"))
    assert Comment.objects.filter(pk=comment.pk).exists()
    assert "A consultant commented on: The need" in said(done.see())


def test_a_consultant_s_comment_is_new_to_the_owner(done, dawn):
    version = versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    words = {"step": "need", "place": "", "words": "Well put."}
    dawn.post(f"/admin/cases/version/{version.pk}/comment/", words)
    assert "1 new comment" in said(done.see())
    done.see("need")
    assert "new comment" not in said(done.see())


def test_what_colleagues_say_is_nowhere_at_the_desk_nor_in_what_is_sent(done, dawn):
    say(done, "Between us alone")
    version = versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    say(done, "Between us alone, too", place="whole")
    page = dawn.get(f"/admin/cases/version/{version.pk}/change/?comment=need-problem").text
    assert "Between us" not in page
    file = dawn.get(f"/admin/versions/{version.pk}/case.json")
    assert b"Between us" not in file.getvalue()
    assert "Between us" not in done.get(done.url("business-case")).text
    assert "Between us" not in str(version.snapshot)


def test_where_comments_are_typed_it_says_who_reads_them(both):
    alice, _bob = both
    page = said(alice.see("talk/need"))
    assert "Owners and editors of this case read it." in page


def test_a_press_on_the_step_keeps_what_was_typed_and_leads_to_the_comments(both):
    alice, _bob = both
    typed = {"need-problem": "Half a thought", "look": "talk"}
    answer = alice.post(alice.url("need"), typed)
    assert answer.headers["Location"] == alice.url("talk/need")
    assert value_in(alice.see("need"), "need-problem") == "Half a thought"


def test_what_an_e_mailed_link_said_and_read_is_the_next_one_s_too(both):
    alice, bob = both
    say(bob)
    alice.see("need")
    say(alice, "Mine")
    alice.post(alice.url("save") + "link/")  # the browser goes on by the link that was shown
    assert "new comment" not in said(alice.see())
    assert "Take it out" in said(alice.see("talk/need"))


def test_a_comment_outlives_the_link_that_said_it(both):
    alice, bob = both
    say(bob, "Still here")
    alice.case.links.filter(label="Bob's link").delete()
    assert "Still here" in said(alice.see("talk/need"))


@pytest.mark.parametrize("step", ["nowhere", "anxiety-cost-much"])
def test_of_a_step_that_is_not_asked_nothing_is_said(both, step):
    alice, _bob = both
    assert alice.get(alice.url(f"talk/{step}")).status_code == 404
    assert say(alice, step=step).status_code == 404


def test_a_comment_is_a_consultant_s_or_a_colleague_s(alice):
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.create(case=alice.case, step="need", words="Nobody’s")


def test_comments_take_few_questions_however_many_there_are(both, django_assert_num_queries):
    alice, bob = both
    alice.see("need")
    for n in range(8):
        say(bob, f"No {n}")
    alice.see("need")
    with django_assert_num_queries(5):  # and two for the comments and what was read of them
        alice.see("need")
    visit_of = alice.case.links.earliest("pk")
    assert comments.Glance() == comments.Glance(new={}, consultants=frozenset())
    assert visit_of.comments_read.count() == 1
