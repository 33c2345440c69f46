"""Eve reads what becomes of what she types before she types it."""

import re

import pytest
from django.core import checks
from django.test import override_settings

from readiness.accounts import tries
from tests.people import said

PAGES = ("privacy", "cookies", "accessibility", "terms", "who-we-are")


@pytest.mark.django_db
@pytest.mark.parametrize("page", PAGES)
def test_eve_finds_each_page_from_the_foot_of_the_first_page(client, page):
    assert f'href="/{page}/"' in client.get("/").text
    answer = client.get(f"/{page}/")
    assert answer.status_code == 200
    assert "noindex" not in answer.text
    assert answer.text.count("<h1>") == 1


@override_settings(
    OPERATOR="Hazel & Care <Trust>", OPERATOR_EMAIL="data@example.org", HOSTED_IN="In Leeds."
)
def test_the_notice_names_who_is_responsible_and_where_it_is_kept(client):
    page = client.get("/privacy/").text
    assert "Hazel &amp; Care &lt;Trust&gt; runs this copy" in page
    assert 'href="mailto:data@example.org"' in page
    assert "In Leeds." in page


@override_settings(OPERATOR="", HOSTED_IN="")
def test_where_nobody_is_named_the_notice_says_so(client):
    assert "has not said so yet" in said(client.get("/privacy/").text)
    assert "has not said so yet" in said(client.get("/who-we-are/").text)


@override_settings(OPERATOR="", HOSTED_IN="")
def test_who_sets_it_up_for_others_is_told_what_the_notice_lacks():
    found = checks.run_checks(tags=[checks.Tags.security], include_deployment_checks=True)
    assert {"legal.operator", "legal.hosted_in"} <= {each.id for each in found}


@override_settings(OPERATOR="Hazel Care Trust", HOSTED_IN="In Leeds.")
def test_and_of_nothing_where_it_lacks_nothing():
    found = checks.run_checks(tags=[checks.Tags.security], include_deployment_checks=True)
    assert not [each for each in found if str(each.id).startswith("legal.")]


@override_settings(REVIEW=False)
def test_no_consultant_is_spoken_of_where_there_is_none(client):
    assert "consultant" not in client.get("/privacy/").text.lower()


def test_every_cookie_that_we_set_is_named(client, settings):
    named = set(re.findall(r"<code>(\w+)</code>", client.get("/cookies/").text))
    assert named == {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, tries.COOKIE}


def test_from_a_step_alice_goes_there_and_comes_back(alice):
    answer = alice.post(alice.url("control"), {"look": "privacy", "control-how": "Half a word"})
    page = alice.get(answer.headers["Location"]).text
    assert f'href="{alice.url("control")}"' in page
    assert "Half a word" in alice.see("control")


@pytest.mark.parametrize(("drafts", "sent"), [(12, 36), (1, 1), (0, 0)])
def test_the_notice_says_how_long_this_set_up_keeps_a_case(client, settings, drafts, sent):
    settings.KEEP_DRAFTS, settings.KEEP_SENT, settings.ERASE_AFTER = drafts, sent, 14
    page = said(client.get("/privacy/").text)
    for what, months in (("was never sent", drafts), ("was sent", sent)):
        time = (
            f"for {months} month{'s' if months > 1 else ''}." if months else "until you erase it."
        )
        assert f"A case that {what}: until nobody has opened it {time}" in page or (
            f"A case that {what}: {time}" in page
        )
    assert "gone after 14 days" in page
