"""Alice declares and sends: a numbered version is frozen, and her answers stay hers to change."""

import json

import pytest
from django.utils.html import escape

from readiness.cases.models import Version
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Avenue, ContentVersion, Sentence
from tests.cases.test_case_figures import figures
from tests.people import answers, faults_on, said

DECLARED = ["true", "no-names", "people-know", "readers"]


def send(person, declared=DECLARED):
    return person.post(person.url("submit"), {"declared": declared})


def change(person, staff):
    person.save("organisation", answers({"organisation": {"staff": staff}})["organisation"])


def test_alice_sends_and_reads_her_reference_and_what_happens_next(done):
    answer = send(done)
    assert answer.headers["Location"] == done.url("sent")
    page = said(done.see("sent"))
    assert done.case.reference in page
    assert "version 1" in page.lower()
    assert "10 working days" in page
    assert "Version 1 was sent" in said(done.see())


@pytest.mark.parametrize(
    "declared", [[], DECLARED[:3], DECLARED[1:], [*DECLARED[:3], "x"], DECLARED[:1] * 4]
)
def test_every_line_of_the_declaration_has_to_be_confirmed(done, declared):
    answer = send(done, declared)
    assert answer.status_code == 200
    assert faults_on(answer.text)
    assert not Version.objects.exists()
    for each in set(declared) & set(DECLARED):
        assert f'value="{each}" checked' in answer.text


def test_the_declaration_names_who_will_read_it(done):
    assert "consultants" in said(done.see("submit"))


@pytest.mark.parametrize("step", answers())
def test_a_case_with_a_step_to_do_cannot_be_sent(done, step):
    done.case.answers.filter(step=step).delete()
    assert send(done).headers["Location"] == done.url("submit")
    assert f'href="{done.url(step)}"' in done.see("submit")
    assert not Version.objects.exists()


def test_a_case_with_a_step_put_off_cannot_be_sent(done):
    done.save("risks", answers()["risks"], later="yes")
    send(done)
    assert not Version.objects.exists()


def test_before_anything_was_sent_there_is_no_confirmation(done):
    assert done.get(done.url("sent")).headers["Location"] == done.url("submit")


def test_a_version_freezes_answers_wording_content_and_figures(done):
    send(done)
    snapshot = done.case.versions.get().snapshot
    assert snapshot["schema"] == 1
    assert snapshot["answers"] == answers()
    assert snapshot["content_version"] == contents().version
    assert snapshot["verdict"] == "go-ahead"
    assert snapshot["figures"] | {"verdict": "go-ahead"} == figures(done.case)
    assert set(snapshot["wording"]) == set(answers())
    assert snapshot["wording"]["need"]["problem"] == "What is the problem?"
    statement = contents().dimensions["purpose"].statements[0]["statement"]
    assert snapshot["wording"]["readiness-purpose"]["s1"] == statement


def test_a_version_keeps_each_answer_in_the_words_of_its_day(done):
    send(done)
    read = done.case.versions.get().snapshot["read"]
    assert set(read) == set(answers())
    (part,) = read["readiness-purpose"]
    chosen = answers()["readiness-purpose"]["s1"]
    level = contents().dimensions["purpose"].statements[0]["levels"][chosen]
    assert level in {line["answer"] for line in part["lines"]}
    nation = next(line for line in read["organisation"][0]["lines"] if line["name"] == "nation")
    assert nation["answer"] == "England"


def test_a_consultant_reads_a_version_in_the_words_of_its_day(done, dawn):
    send(done)
    sentence = Sentence.objects.get(slug="verdict-go-ahead")
    sentence.text = "Changed since"
    sentence.save()
    avenue = Avenue.objects.get(slug="records-and-care-management")
    avenue.name, was = "Named otherwise since", avenue.name
    avenue.save()
    page = dawn.get(f"/admin/cases/version/{done.case.versions.get().pk}/change/").text
    assert "Go ahead" in page
    assert escape(was) in page
    assert "Changed since" not in page
    assert "Named otherwise since" not in page


def test_what_changes_afterwards_does_not_change_the_version(done):
    send(done)
    before = json.dumps(done.case.versions.get().snapshot)
    change(done, 90)
    done.save("costs", {"rows": answers()["costs"]["rows"][:1]})
    done.save("anxieties", answers({"anxieties": {"cost-much": 0}})["anxieties"])
    Sentence.objects.filter(slug="verdict-go-ahead").update(text="Changed")
    ContentVersion.objects.update(stamp="changed")
    assert json.dumps(done.case.versions.get().snapshot) == before
    assert "Version 1 was sent" in said(done.see())


def test_sending_twice_without_a_change_gives_the_same_version(done):
    for _press in range(3):
        assert send(done).status_code == 302
    assert done.case.versions.count() == 1


def test_a_change_and_another_send_give_the_next_version(done):
    for staff in (78, 79, 80):
        change(done, staff)
        send(done)
    found = done.case.versions.order_by("number")
    assert [version.number for version in found] == [1, 2, 3]
    assert [v.snapshot["answers"]["organisation"]["staff"] for v in found] == [78, 79, 80]
    assert "version 3" in said(done.see("sent")).lower()


def test_a_version_says_by_which_link_it_was_sent(alice, bob):
    for step, kept in answers().items():
        bob.save(step, kept)
    send(bob)
    assert alice.case.versions.get().sent_by == "Bob's link"


def test_a_version_carries_what_the_list_sorts_and_filters_by(done):
    send(done)
    version = done.case.versions.get()
    assert version.organisation == "Hazel Court Care"
    assert version.nation == "england"
    assert version.services == ",care-home,nursing-home,"
    assert version.avenues == ",records-and-care-management,"
    assert (version.verdict, version.status) == ("go-ahead", "waiting")


def test_what_no_longer_applies_is_not_sent(done):
    done.save("anxieties", answers({"anxieties": {"cost-much": 1}})["anxieties"])
    send(done)
    assert "anxiety-cost-much" not in done.case.versions.get().snapshot["answers"]


def test_a_case_is_not_sent_without_end(done, monkeypatch):
    for _n in range(20):
        assert send(done).status_code == 302
    assert send(done).status_code == 429
    assert done.case.versions.count() == 1


def test_where_nobody_reviews_no_consultant_is_promised(done, settings):
    settings.REVIEW = False
    send(done)
    page = said(done.see("sent"))
    assert "consultant" not in page
    assert "Your board decides" in page
