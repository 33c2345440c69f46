"""What a step reads in SQL of our own is what Django would read."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.http import Http404
from django.utils import timezone

from readiness.cases import access, read_often
from readiness.cases.models import AccessLink, Answer, Case, Draft
from tests.people import answers

OWNER, EDITOR, READER = access.STRONGEST_FIRST


@pytest.fixture
def full(alice):
    """Alice’s case with something in every column that may be empty."""
    now = timezone.now()
    Case.objects.filter(pk=alice.case.pk).update(
        commented_at=now,
        heard={"rounds": [{"words": "“It beeps”"}]},
        heard_at=now,
        recovery_email="alice@example.org",
        recovery_confirmed_at=now,
        mail_failed_at=now,
        erase_on=date(2031, 5, 1),
        erase_why=Case.Why.ASKED,
        reviewed_after=[3, 12],
        realised={"time": "more"},
    )
    return alice.case


def columns(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def visitor(*links):
    seen = int(timezone.now().timestamp())
    return SimpleNamespace(session={access.KEY: [link.pk for link in links], access.SEEN: seen})


def test_the_link_and_its_whole_case_are_as_django_reads_them(full):
    link = full.links.get()
    (found,) = read_often.opened(full.pk, [link.pk], "need", [])
    assert found.link.case.get_deferred_fields() == set()
    assert columns(found.link) == columns(AccessLink.objects.get(pk=link.pk))
    assert columns(found.link.case) == columns(Case.objects.get(pk=full.pk))


def test_a_case_that_says_no_more_than_that_it_is_there_is_read_too(alice):
    link = alice.case.links.get()
    (found,) = read_often.opened(alice.case.pk, [link.pk], "need", [])
    assert columns(found.link.case) == columns(Case.objects.get(pk=alice.case.pk))
    assert found.answers == []


def test_answers_are_as_django_reads_them(done):
    link = done.case.links.get()
    (found,) = read_often.opened(done.case.pk, [link.pk], "need", ["costs"])
    as_django = {
        row.step: columns(row)
        for row in Answer.objects.filter(case=done.case, step__in=["need", "costs"])
    }
    assert {row.step: columns(row) for row in found.answers} == as_django
    alone = read_often.answers(done.case.pk, ["need", "costs"])
    assert {row.step: columns(row) for row in alone} == as_django


def test_each_of_several_links_has_all_the_answers(done):
    more = [done.case.links.create(via=AccessLink.Via.SHOWN, label="a link") for _link in range(2)]
    held = [link.pk for link in more]
    found = read_often.opened(done.case.pk, held, "need", ["costs", "time"])
    assert sorted(each.link.pk for each in found) == held
    for each in found:
        assert sorted(row.step for row in each.answers) == ["costs", "need", "time"]


@pytest.mark.parametrize(
    "held",
    [
        [],
        [OWNER],
        [EDITOR],
        [READER],
        [OWNER, EDITOR],
        [EDITOR, OWNER, READER],
        [OWNER, OWNER],
        ["closed", EDITOR],
        ["ended", READER],
        ["elsewhere", EDITOR],
        ["elsewhere"],
    ],
)
def test_a_step_is_opened_by_the_same_link_as_every_other_page(alice, charlie, held):
    request = visitor(*(_link(alice, charlie, each) for each in held))
    assert _opened(request, alice.case, step="need") == _opened(request, alice.case)


def _link(alice, charlie, kind):
    now = timezone.now()
    ends = {"closed": {"revoked_at": now}, "ended": {"expires_at": now}}.get(kind, {})
    case = charlie.case if kind == "elsewhere" else alice.case
    role = kind if kind in access.STRONGEST_FIRST else OWNER
    return case.links.create(via=AccessLink.Via.SHOWN, label="a link", role=role, **ends)


def _opened(request, case, **step):
    try:
        visit = access.visit(request, case.pk, **step)
    except Http404:
        return None
    return visit.link, visit.case, visit.is_owner


def test_the_draft_of_a_step_is_that_of_the_link_and_of_no_other(alice, bob):
    alice.send("need", {"need-problem": "Hers", "keep": "yes"})
    alice.send("organisation", {"organisation-name": "Elsewhere", "keep": "yes"})
    links = {draft.link for draft in Draft.objects.all()}
    (hers,) = links
    visit = access.visit(visitor(hers), alice.case.pk, step="need")
    assert visit.draft == Draft.objects.get(step="need")
    his = alice.case.links.exclude(pk=hers.pk).get()
    assert access.visit(visitor(his), alice.case.pk, step="need").draft is None
    assert "Hers" not in bob.see("need")


def test_the_history_of_an_answer_holds_each_save_as_it_was(alice):
    alice.save("need", answers()["need"], base="0")
    alice.save("need", answers({"need": {"problem": "Another"}})["need"], base="1")
    second, first = alice.row("need").history.order_by("-history_id")
    assert columns(alice.row("need")) == {
        name: getattr(second, name) for name in columns(alice.row("need"))
    }
    assert [(each.version, each.history_type) for each in (first, second)] == [(1, "+"), (2, "~")]
    assert first.kept == answers()["need"]
