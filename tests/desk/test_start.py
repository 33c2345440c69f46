"""What waits stands first when Dawn comes in, however much there is."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from readiness.accounts import roles
from readiness.cases import versions
from readiness.cases.models import Case, Version
from readiness.catalogue.contents import contents
from readiness.contact.models import OfferedLesson
from readiness.desk import work
from tests.people import Person, answers, case_with, said

START = "/admin/"


@pytest.fixture
def cases(dawn):
    """Five that nobody has taken, one of Dawn's where changes are asked for, one that is closed."""
    first = versions.send(case_with(answers()), by="A", at=timezone.now(), contents=contents())
    user = get_user_model().objects.get(username="dawn")
    asked = {"status": "changes-requested", "message": "Why?", "asked_steps": ",need,"}
    for more in (
        {},
        {},
        {},
        {},
        asked | {"reviewer": user},
        {"status": "closed", "message": "No."},
    ):
        version = Version.objects.get(pk=first.pk)
        for name, value in {"pk": None, "case": Case.objects.create(), **more}.items():
            setattr(version, name, value)
        version.save(force_insert=True)


def counts(page):
    """How many are on each shelf, as the page has it."""
    found = re.findall(r'\?whose=([a-z-]+)"><strong>([^<]*)<', page)
    return dict(found)


def test_she_sees_what_waits_for_her_and_what_waits_at_all(dawn, cases):
    page = dawn.get(START).text
    assert counts(page) == {"mine": "1", "nobody": "5", "to-review": "5"}
    for there in ('href="/admin/insights/"', 'href="/admin/exports/"'):
        assert there in page
    for shelf, number in counts(page).items():
        listed = dawn.get(f"/admin/cases/version/?whose={shelf}").context["cl"]
        assert len(listed.result_list) == int(number)


def test_nobody_counts_to_a_hundred_thousand(dawn, cases, monkeypatch):
    monkeypatch.setattr(work, "MOST", 3)
    with CaptureQueriesContext(connection) as asked:
        assert counts(dawn.get(START).text)["nobody"] == "over 3"
    of_cases = [each["sql"] for each in asked if "cases_version" in each["sql"]]
    assert len(of_cases) == 3
    assert all("LIMIT 4" in sql and "COUNT(" not in sql for sql in of_cases)


def test_who_keeps_the_content_sees_no_cases(catalogue, cases):
    user = get_user_model().objects.create_user("eddie", is_staff=True)
    roles.give(user, roles.EDITOR)
    person = Person()
    person.sign_in(user)
    page = person.get(START).text
    assert counts(page) == {}
    assert "Insights" not in said(page)


def test_what_visitors_wrote_waits_there_too(dawn):
    OfferedLesson.objects.create(
        digest="x" * 64,
        kind="mistake",
        what_happened="It rained in.",
        what_was_learned="Look at the roof first.",
        theme="change",
        organisation="care-home",
    )
    page = " ".join(dawn.get("/admin/").text.split())
    assert '<a href="/admin/contact/offeredlesson/?status__exact=new"><strong>1</strong>' in page
    assert '<a href="/admin/contact/message/?status__exact=new"><strong>0</strong>' in page
    assert dawn.get("/admin/contact/offeredlesson/?status__exact=new").status_code == 200
