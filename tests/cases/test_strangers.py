"""A stranger finds nothing at any address of a case, and cannot tell that there is one."""

from datetime import timedelta

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from readiness.cases import access
from readiness.cases.models import AccessLink, Case, Draft
from readiness.reports.kinds import KINDS
from tests.people import Person, answers

# Every address with these parts has its page in the table below; another part has to be added.
PARTS = {"case_id": 1, "step": "control", "link_id": 1, "token": "x"}
PARTS |= {"version_id": 1, "form": "pdf", "supplier_id": 1, "comment_id": 1, "months": 3}
# Who may open these is for tests/accounts.
STAFFS_OWN = ("admin/", "staff/")
OPEN_TO_ALL = {
    "check-paper",
    "start",
    "begin",
    "questions",
    "lost-link",
    "health",
    "ready",
    "open",
    "confirm",
}
OPEN_TO_ALL |= {
    "library",
    *(
        f"library-{shelf}"
        for shelf in ("avenues", "anxieties", "lessons", "principles", "evidence")
    ),
    *(f"library-{entry}" for entry in ("avenue", "anxiety", "lesson", "principle", "finding")),
    *(f"library-{page}" for page in ("other-way", "glossary", "glossary-second", "search")),
}
OPEN_TO_ALL |= {"get-in-touch", "comment", "share-a-lesson"}
OPEN_TO_ALL |= {"voice", *(f"voice-{page}" for page in ("type-code", "questions", "check"))}
OPEN_TO_ALL |= {"voice-send", "voice-take-back"}
OPEN_TO_ALL |= {"privacy", "cookies", "accessibility", "terms", "who-we-are"}
OPEN_TO_ALL |= {"message-thanks", "comment-thanks", "lesson-thanks"}


def addresses(patterns=None, before=""):
    """Every address of ours, by its name."""
    for each in patterns or get_resolver().url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver) and not route.startswith(STAFFS_OWN):
            yield from addresses(each.url_patterns, route)
        elif isinstance(each, URLPattern):
            yield each.name, route


OF_A_CASE = [(name, route) for name, route in addresses() if "case_id" in route]


def filled(route, **parts):
    found = route
    for name, value in {**PARTS, **parts}.items():
        for kind in ("int", "str", "slug", "step"):
            found = found.replace(f"<{kind}:{name}>", str(value))
    assert "<" not in found, route
    return "/" + found


def test_every_address_is_open_to_all_or_in_this_table():
    named = {name for name, _route in addresses()}
    for_staff = {f"sent-{kind.path}" for kind in KINDS.values()} | {"version-file"}
    for_staff |= {"insights-first", "insights", "insights-file", "exports", "export", "export-zip"}
    assert named - {name for name, _route in OF_A_CASE} == OPEN_TO_ALL | for_staff
    assert {"case", "step", "check", "submit", "sent", "save", "business-case"} <= named


@pytest.mark.parametrize(("name", "route"), OF_A_CASE)
def test_a_stranger_is_answered_as_if_there_were_no_such_case(name, route, done, charlie):
    """Charlie has a case of his own; whoever has none is treated the same."""
    link = done.case.links.get()
    there = filled(route, case_id=done.case.pk, link_id=link.pk)
    nowhere = filled(route, case_id=999_999, link_id=link.pk)
    for person in (charlie, Person()):
        for method in ("get", "post", "head"):
            answer, none = (getattr(person, method)(url) for url in (there, nowhere))
            assert answer.status_code == none.status_code
            assert answer.status_code in ({404, 405} if name != "leave" else {200, 405})
            assert "Hazel Court" not in answer.text
    assert AccessLink.objects.get(pk=link.pk).revoked_at is None
    assert done.see("check")


@pytest.mark.parametrize("case_id", ["0", "-1", "1e3", "9" * 30, "x", "1%00", "٣"])
def test_no_number_of_a_case_is_an_error(charlie, case_id):
    assert charlie.get(f"/cases/{case_id}/").status_code == 404
    assert charlie.get(f"/cases/{case_id}/control/").status_code == 404
    assert charlie.post(f"/cases/{case_id}/leave/").status_code < 500


def test_a_stranger_can_keep_no_draft_and_save_nothing_in_the_case(done, charlie):
    for press in ({}, {"keep": "yes"}, {"later": "yes"}, {"say": "yes"}, {"discard": "yes"}):
        url = done.url("control")
        assert charlie.post(url, {"control-how": "Mine", **press}).status_code == 404
    assert done.kept("control") == answers()["control"]
    assert not Draft.objects.filter(case=done.case).exists()


def test_a_link_that_was_closed_stops_at_once(alice, bob):
    assert bob.get(bob.url()).status_code == 200
    alice.post(alice.url("share") + f"{bob.case.links.get(label="Bob's link").pk}/close/")
    for page in ("", "check", "control", "submit", "save"):
        assert bob.get(bob.url(page)).status_code == 404
    assert alice.get(alice.url()).status_code == 200


def test_a_link_that_is_past_its_time_stops_at_once(alice, bob):
    links = alice.case.links.filter(label="Bob's link")
    links.update(expires_at=timezone.now() + timedelta(minutes=1))
    assert bob.get(bob.url()).status_code == 200
    links.update(expires_at=timezone.now())
    assert bob.get(bob.url()).status_code == 404
    assert bob.send("control", {"control-how": "Mine", "keep": "yes"}).status_code == 404


def test_an_owner_closes_no_link_of_another_case(alice, charlie):
    link = charlie.case.links.get()
    alice.post(alice.url("share") + f"{link.pk}/close/")
    assert charlie.get(charlie.url()).status_code == 200


def test_nobody_closes_the_link_that_they_came_by(alice):
    link = alice.join(alice.case)
    alice.post(alice.url("share") + f"{link.pk}/close/")
    assert alice.get(alice.url()).status_code == 200


def test_the_demo_s_well_known_key_lets_nobody_in(charlie, done):
    key = "00000000-0000-4000-8000-000000000001"
    Case.objects.filter(pk=done.case.pk).update(start_key=key)
    charlie.post("/start/", {"start_key": key})
    assert charlie.get(done.url()).status_code == 404


def test_a_consultant_reads_what_was_sent_and_not_the_case(dawn, done):
    for _name, route in OF_A_CASE:
        url = filled(route, case_id=done.case.pk)
        assert dawn.get(url).status_code in {404, 405}


def test_a_token_that_is_not_ours_opens_nothing(client, catalogue):
    for token in ("x", "a" * 5000, "%00", "..", "é"):
        assert client.get(f"/open/{token}/").status_code == 404
        assert client.post(f"/open/{token}/").status_code == 404
    assert access.find("") is None
