"""A round that Alice opened, and people who answer it at browsers that know nobody."""

import re
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from readiness.voices import closing
from readiness.voices.models import Round
from tests.people import said, value_in

WORRIES = (
    *("improve-productivity", "free-up-time", "replace-people", "cost-much"),
    *("doing-it-yourself", "future-proof", "rigid-project-management", "two-members-of-staff"),
)
ASKING = {
    "round-idea": "a way to write notes beside you",
    "round-tell_how": "at the residents’ meeting on 3 April",
    "round-contact": "the manager, in the office",
    "round-message": "",
}


def last_day(days=14):
    day = timezone.localdate() + timedelta(days=days)
    return f"{day.day} {day.month} {day.year}"


def opens(person, **changed):
    """Alice fills in the page and opens a round."""
    page = person.see("voices/open")
    typed = {**ASKING, "round-closes_on": last_day(), "key": value_in(page, "key"), **changed}
    answer = person.post(person.url("voices/open"), typed)
    assert answer.status_code == 302, said(answer.text)
    return Round.objects.filter(case=person.case).latest("opened_at")


def sheet(asking, group="people", *, key=None, words="", **answers):
    """What somebody's browser posts; the key is of the page that they opened."""
    names = {name.replace("_", "-"): value for name, value in answers.items()}
    if key is None:
        key = value_in(Client().post(at(asking, "questions"), {"group": group}).text, "key")
    return {"group": group, "key": key, "words": words, **names}


def at(asking, page=""):
    return f"/v/{asking.code}/{page}/" if page else f"/v/{asking.code}/"


def says(asking, group="people", *, place="10.0.0.1", client=None, **answers):
    """Somebody answers, from somewhere; their code."""
    posted = answers.pop("posted", None) or sheet(asking, group, **answers)
    answer = (client or Client()).post(at(asking, "send"), posted, REMOTE_ADDR=place)
    assert answer.status_code == 200, said(answer.text)
    return code_on(answer.text)


def code_on(html):
    found = re.search(r'class="code">([A-Z2-9]{4}) ([A-Z2-9]{4})<', html)
    assert found, said(html)
    return found[1] + found[2]


def many_say(asking, group, count, **answers):
    """So many people of a group, each from a place of their own."""
    return [says(asking, group, place=f"10.{n}.{len(group)}.2", **answers) for n in range(count)]


def closes(asking, at=None):
    """The round is closed by its owner; what the case says people said."""
    closing.close(asking, by="Alice", at=at or timezone.now())
    asking.case.refresh_from_db()
    return asking.case.heard
