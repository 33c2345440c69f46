"""What people said reaches the case, its checks, its versions and its papers, as plain values."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from readiness.cases import versions
from readiness.cases.answers import Answers
from readiness.cases.models import AccessLink
from readiness.cases.verdict import verdict
from readiness.catalogue.contents import contents
from readiness.voices import export
from readiness.voices.models import Round
from tests.people import Person, answers, said
from tests.voices.asked import closes, last_day, many_say, opens, says


def asked_in(person, **answers):
    asking = opens(person)
    many_say(asking, "frontline", 7, **answers)
    closes(asking)
    person.case.refresh_from_db()
    return asking


def test_the_case_says_where_people_see_it_otherwise(done):
    asked_in(done, improve_productivity="3", control="much-less", could_use="with-help")
    page = said(done.see("voices"))
    assert "More worried than assumed: frontline staff." in page
    assert "Less choice and control than assumed, say: frontline staff." in page
    assert "Read what people said" in said(done.see())
    checks = said(done.see("check"))
    assert "People worry more about this than the case assumes" in checks
    assert "People expect less choice and control than the case assumes" in checks
    paper = said(done.see("business-case"))
    assert "People expect less control and worry more than assumed." in paper
    assert "Frontline staff 5 to 9 A lot less (nearly all) Yes, with help (nearly all)" in paper
    assert "Frontline staff: So much that they would say no (nearly all)." in paper
    assert "Yes, with help (nearly all)" in said(done.see("statement-of-need"))


def test_the_verdict_does_not_read_what_people_said(done):
    def found():
        facts = Answers.of(done.case).facts(timezone.localdate())
        return verdict(facts, contents())

    before = found()
    asked_in(done, cost_much="3", control="much-less")
    assert found() == before


def test_nothing_says_that_people_were_not_asked_once_they_have_answered(done):
    told = {"involvement": {"people": "told", "frontline": "not-yet"}}
    done.save("involvement", answers(told)["involvement"])
    before = said(done.see("business-case"))
    assert "People who draw on care have been told, but not asked." in before
    asking = opens(done)
    for group in ("people", "frontline"):
        many_say(asking, group, 5, cost_much="1")
    closes(asking)
    paper = said(done.see("business-case"))
    assert "told, but not asked" not in paper
    assert "Nobody who draws on care has been asked" not in paper
    assert "Asked, without names People who draw on care and frontline staff" in paper
    page = said(done.see("involvement"))
    assert page.count("They answered without names, until") == 2
    assert "the case says that they were not asked" in said(done.see("check"))
    done.save("involvement", answers()["involvement"])
    assert "They answered without names" not in said(done.see("involvement"))


def test_a_version_prints_what_was_known_on_its_day(done):
    def send():
        now, words = timezone.now(), contents()
        return versions.send(done.case, by="Alice", at=now, contents=words)

    first = send()
    assert not versions.is_overtaken(first)
    asked_in(done, cost_much="3")
    first.case.refresh_from_db()
    assert versions.is_overtaken(first)
    second = send()
    assert (first.number, second.number) == (1, 2)
    assert versions.facts_of(first).heard is None
    assert versions.facts_of(second).heard == done.case.heard
    assert not versions.is_overtaken(second)
    assert send() == second


def test_a_version_from_before_anybody_could_be_asked_is_still_read(done):
    version = versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    del version.snapshot["heard"]
    assert versions.facts_of(version).heard is None
    assert not versions.is_overtaken(version)


def test_consultants_see_it_on_the_version_and_in_the_list(done, dawn):
    asked_in(done, cost_much="3")
    version = versions.send(done.case, by="Alice", at=timezone.now(), contents=contents())
    page = said(dawn.get(f"/admin/cases/version/{version.pk}/change/").text)
    assert "Frontline staff 5 to 9" in page
    for choice, listed in (("heard", True), ("none", False)):
        found = said(dawn.get(f"/admin/cases/version/?voices={choice}").text)
        assert (version.organisation in found) is listed


def test_whoever_takes_their_case_along_takes_what_may_be_shown(done):
    asking = asked_in(done, cost_much="3")
    kept = export.everything(done.case)
    assert kept["rounds"][0]["code"] == asking.code
    assert kept["heard"] == done.case.heard
    assert "7" not in str(kept["heard"]["groups"])


def test_what_people_said_comes_first_and_leads_on(done):
    assert "Ask people what they think" in done.see()
    asked_in(done, cost_much="3")
    page = done.see("voices")
    words = said(page)
    for step in ("anxieties", "control", "involvement"):
        assert f'href="{done.url(step)}"' in page
    assert words.index("What people said") < words.index("Ask again in a new round")
    assert "Read what people said, or ask again" in said(done.see())


def test_an_editor_who_cannot_ask_is_not_told_to_ask_again(done):
    asked_in(done, cost_much="3")
    sam = Person()
    sam.join(done.case, role=AccessLink.Role.EDITOR)
    page = said(sam.see())
    assert "Read what people said" in page
    assert "ask again" not in page


def test_the_task_list_says_how_long_people_can_still_answer(alice):
    assert "People can say what they think" not in said(alice.see())
    asking = opens(alice)
    page = alice.see()
    day = date_format(asking.closes_on, "j F Y")
    assert f"until the end of {day}. 14 days are left." in said(page)
    assert f'href="{alice.url("voices/sheet")}"' in page
    many_say(asking, "people", 6, cost_much="1")
    assert said(alice.see()) == said(page)
    closes(asking)
    page = said(alice.see())
    assert "Waiting for you People have said what they think." in page
    assert "Read what people said, or ask again" in page
    assert "People can say what they think" not in page
    long_ago = timezone.localdate() - timedelta(days=15)
    alice.case.heard = asking.case.heard | {"closed_on": long_ago.isoformat()}
    alice.case.save(update_fields=["heard"])
    assert "Waiting for you" not in said(alice.see())


@pytest.mark.parametrize(("days", "left"), [(0, "That is today."), (1, "1 day is left.")])
def test_the_last_days_are_told_too(alice, days, left):
    opens(alice, **{"round-closes_on": last_day(days)})
    assert left in said(alice.see())


def test_a_round_that_waits_for_a_word_is_met_on_the_task_list(alice):
    asking = opens(alice)
    for _each in range(12):
        says(asking, cost_much="1")
    closes(asking)
    assert "Waiting for you The time for people to answer is over" in said(alice.see())
    alice.post(alice.url("voices/quick"), {"round": asking.pk, "count": "yes"})
    assert "The time for people to answer is over" not in said(alice.see())


def test_a_round_whose_last_day_has_passed_is_met_there_before_anybody_looked(alice):
    asking = opens(alice)
    yesterday = timezone.localdate() - timedelta(days=1)
    Round.objects.filter(pk=asking.pk).update(closes_on=yesterday)
    alice.case.note_asking(yesterday)
    assert "The time for people to answer is over" in said(alice.see())
    alice.see("voices")
    assert "The time for people to answer is over" not in said(alice.see())
