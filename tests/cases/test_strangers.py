"""A stranger finds nothing of a case, and cannot tell that there is one: see also tests/access."""

from datetime import timedelta

import pytest
from django.utils import timezone

from readiness.cases import access
from readiness.cases.models import Case, Draft
from tests.people import answers


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


def test_a_token_that_is_not_ours_opens_nothing(client, catalogue):
    for token in ("x", "a" * 5000, "%00", "..", "é"):
        assert client.get(f"/open/{token}/").status_code == 404
        assert client.post(f"/open/{token}/").status_code == 404
    assert access.find("") is None
