"""Bea, of the board, opens a reader's link: she sees what was sent last, and nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from readiness.cases import decisions, versions
from readiness.cases.models import AccessLink, Version
from readiness.catalogue.contents import contents
from readiness.reports.models import Document
from tests.cases.builders import later_answers
from tests.people import Person, answers, case_with, said

Status = Version.Status


@pytest.fixture
def bea(done):
    """A member of the board, by a link that Alice gave her."""
    person = Person()
    person.join(done.case, label="Our board", role=AccessLink.Role.READER)
    return person


def send(person):
    return versions.send(person.case, by="Alice", at=timezone.now(), contents=contents())


def decide(version, **more):
    made = {"outcome": "agreed", "decided_on": timezone.localdate().isoformat()} | more
    return decisions.record(version, made, by="Alice", at=timezone.now())


def test_before_anything_was_sent_she_is_told_kindly(bea):
    page = said(bea.see("board"))
    assert "Once it is sent, you can read it here." in page
    assert "Hazel Court" not in page
    assert bea.get(bea.url("board") + "business-case.pdf").status_code == 404


def test_she_sees_the_decision_page_and_the_papers_of_what_was_sent(bea, done):
    send(done)
    page = bea.see("board")
    assert "This is version 1, as it was sent on" in said(page)
    assert "No consultant has reviewed it yet." in said(page)
    assert "The decision on one page" in said(page)
    for paper in ("business-case.pdf", "business-case.docx", "statement-of-need.pdf"):
        assert f'href="{bea.url("board")}{paper}"' in page
    assert "roll-out" not in page  # that stage has no answer in this version


def test_nothing_live_is_on_the_page(bea, done):
    send(done)
    before = said(bea.see("board"))
    done.save("organisation", answers({"organisation": {"name": "A new name"}})["organisation"])
    done.send("need", {"need-problem": "A draft of Alice’s", "keep": "yes"})
    done.post(done.url("talk/need"), {"talk-place": "whole", "talk-words": "Between us"})
    after = bea.see("board")
    assert said(after) == before
    for word in ("A new name", "A draft of Alice’s", "Between us"):
        assert word not in after


def test_a_newer_version_takes_the_place_of_the_last(bea, done):
    send(done)
    done.save("organisation", answers({"organisation": {"name": "A new name"}})["organisation"])
    send(done)
    page = said(bea.see("board"))
    assert "This is version 2" in page
    assert "A new name" in page


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.WAITING, "No consultant has reviewed it yet."),
        (Status.IN_REVIEW, "A consultant is reviewing it."),
        (Status.CHANGES, "A consultant asked for changes, so a newer version may follow."),
        (Status.CLOSED, "Its review ended without an approval."),
    ],
)
def test_how_far_the_review_is_stands_there_and_not_what_was_said(
    bea, done, dawn, status, words, django_user_model
):
    version = send(done)
    explained = status in {Status.CHANGES, Status.CLOSED}
    Version.objects.filter(pk=version.pk).update(
        status=status,
        reviewer=django_user_model.objects.get() if status != Status.WAITING else None,
        message="The price is wrong." if explained else "",
        asked_steps=",costs," if status == Status.CHANGES else "",
    )
    page = said(bea.see("board"))
    assert words in page
    assert "The price is wrong." not in page


def test_an_approval_is_named(bea, done, dawn, django_user_model):
    version = send(done)
    Version.objects.filter(pk=version.pk).update(
        status=Status.APPROVED,
        reviewer=django_user_model.objects.get(),
        approved_by="Dawn Diaz",
        approved_role="consultant",
        approved_on=timezone.localdate(),
    )
    assert "reviewed and approved it: Dawn Diaz, consultant, on" in said(bea.see("board"))


def test_where_there_are_no_consultants_nothing_is_said_of_them(bea, done, settings):
    settings.REVIEW = False
    send(done)
    assert "consultant" not in said(bea.see("board"))


def test_the_decision_is_shown_with_its_conditions(bea, done):
    version = send(done)
    conditions = "Ask families first.\n\n<b>Then</b> buy."
    decide(version, outcome="conditions", conditions=conditions, review="2099-05")
    page = bea.see("board")
    assert "The board’s decision: Agreed with conditions" in said(page)
    assert "&lt;b&gt;Then&lt;/b&gt; buy." in page
    assert "The board looks at it again in May 2099." in said(page)
    assert "Nothing is decided about" not in said(page)


def test_a_decision_about_an_earlier_version_says_so(bea, done):
    decide(send(done), outcome="put-off", until="2099-03")
    done.save("organisation", answers({"organisation": {"name": "A new name"}})["organisation"])
    send(done)
    page = said(bea.see("board"))
    assert "The board’s decision: Put off" in page
    assert "about version 1. Nothing is decided about version 2 yet." in page
    assert "Put off until March 2099." in page


def test_her_papers_are_those_of_the_newest_edition(bea, done):
    version = send(done)
    first = b"".join(bea.get(bea.url("board") + "business-case.docx").streaming_content)
    decide(version)
    second = b"".join(bea.get(bea.url("board") + "business-case.docx").streaming_content)
    assert first != second
    kinds = set(Document.objects.values_list("edition__kind", flat=True))
    assert kinds == {"sent", "decided"}


def test_the_roll_out_is_among_the_papers_where_the_version_has_one(done):
    done.join(case_with(answers() | later_answers()))
    send(done)
    page = done.see("board")
    for paper in ("roll-out-plan.pdf", "roll-out-on-one-page.docx", "roll-out-plan.ics"):
        assert f'href="{done.url("board")}{paper}"' in page


@pytest.mark.parametrize("paper", ["roll-out-plan.pdf", "business-case.html", "business-case.csv"])
def test_what_is_not_among_her_papers_is_not_there(bea, done, paper):
    send(done)
    assert bea.get(bea.url("board") + paper).status_code == 404


@pytest.mark.parametrize(
    "page", ["", "check", "need", "history", "talk/need", "business-case", "supplier-brief"]
)
def test_nothing_else_of_the_case_is_there_for_her(bea, done, page):
    send(done)
    assert bea.get(bea.url(page)).status_code == 404
    assert bea.get(f"/cases/{done.case.pk}/business-case.pdf").status_code == 404


def test_her_link_stops_at_once_when_it_is_closed_or_past_its_time(bea, done):
    send(done)
    links = done.case.links.filter(label="Our board")
    links.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert bea.get(bea.url("board")).status_code == 404
    links.update(expires_at=None, revoked_at=timezone.now())
    assert bea.get(bea.url("board") + "business-case.docx").status_code == 404


def test_the_page_asks_the_database_little(bea, done, django_assert_max_num_queries):
    send(done)
    bea.see("board")
    with django_assert_max_num_queries(9):
        bea.see("board")
