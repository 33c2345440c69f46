"""On a development set-up: a finished case to look at and a consultant to sign in as; elsewhere nothing."""

import re
from io import StringIO

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import call_command

from readiness.cases.models import Case
from tests.people import Person, said


@pytest.fixture
def run(catalogue, settings, tmp_path):
    """Run the command in a set-up whose own files lie apart."""
    settings.VAR = tmp_path
    settings.DEVELOPMENT = True

    def _run():
        out = StringIO()
        call_command("demo", stdout=out)
        return out.getvalue()

    return _run


def test_it_prints_the_start_page_a_case_the_admin_and_a_sign_in(run, settings):
    words = run()
    assert f"{settings.PUBLIC_URL}/\n" in words
    assert f"{settings.PUBLIC_URL}/admin/" in words
    user, password = re.search(r"(\w+)\s+password: (\S+)", words).groups()
    assert authenticate(None, username=user, password=password).is_staff


def test_what_it_prints_signs_a_stranger_in_with_both_steps(run):
    for _time in range(2):
        words = run()
        user, password = re.search(r"(\w+)\s+password: (\S+)", words).groups()
        for code in re.search(r"Second step:((?:\s+\d{8})+)", words)[1].split():
            person = Person()
            person.post("/staff/sign-in/", {"login": user, "password": password})
            person.post("/staff/second-step/authenticate/", {"code": code})
            assert person.get("/admin/cases/version/").status_code == 200


def opened(words, settings):
    """Somebody who opened the printed link."""
    person = Person()
    path = re.search(rf"{re.escape(settings.PUBLIC_URL)}(/open/\S+)", words)[1]
    answer = person.post(path)
    person.case = Case.objects.get(pk=answer.headers["Location"].split("/")[2])
    return person


def test_the_printed_link_opens_a_finished_case_that_was_sent(run, settings):
    person = opened(run(), settings)
    assert "Willow House" in person.see()
    assert person.case.versions.count() == 1
    assert "Not enough is known yet" not in said(person.see("check"))


def test_a_second_run_keeps_the_case_and_renews_the_link(run, settings):
    first = run()
    person = opened(first, settings)
    second = run()
    assert Case.objects.count() == 1
    assert get_user_model().objects.count() == 1
    assert person.get(person.url()).status_code == 404
    again = opened(second, settings)
    assert again.case == person.case
    assert again.case.links.filter(revoked_at=None).count() == 1
    passwords = {re.search(r"password: (\S+)", words)[1] for words in (first, second)}
    assert len(passwords) == 1


def test_the_consultant_of_the_demo_sees_the_case_at_the_desk(run):
    run()
    person = Person()
    person.sign_in(get_user_model().objects.get())
    assert "Willow House" in person.get("/admin/cases/version/").text
    assert person.get("/admin/catalogue/").status_code == 200


def test_elsewhere_it_does_and_prints_nothing(run, settings):
    settings.DEVELOPMENT = False
    assert run() == ""
    assert not Case.objects.exists()
    assert not get_user_model().objects.exists()
    assert not list(settings.VAR.iterdir())
