"""What surprised Alice can be offered to the lessons of the library: changed first, and with consent."""

import re

import pytest

from readiness.contact.models import OfferedLesson
from tests.benefits.held import in_use, record
from tests.people import Person, faults_on, picked_in, value_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("catalogue")]

SURPRISE = "Night staff took to it <b>first</b>.\nTwo residents read along."


def test_it_stands_in_the_form_and_in_no_address():
    alice = in_use(6)
    record(alice, surprises=SURPRISE)
    html = alice.see("benefits")
    assert value_in(html, "what_happened") == SURPRISE
    assert re.search(r'<form method="post" action="/share-a-lesson/">', html)

    answer = alice.post("/share-a-lesson/", {"begin": "yes", "what_happened": SURPRISE})

    assert answer.status_code == 200
    assert faults_on(answer.text) == []
    assert value_in(answer.text, "what_happened") == SURPRISE
    assert picked_in(answer.text, "consent") == []
    assert not OfferedLesson.objects.exists()


def test_it_is_sent_only_by_its_own_button_and_with_its_own_consent():
    given = {"kind": "success", "what_happened": SURPRISE, "what_was_learned": "Ask nights first."}
    given |= {"theme": "change", "key": "a-key"}
    bob = Person()
    assert faults_on(bob.post("/share-a-lesson/", given).text) == [
        "Choose whether we may publish it"
    ]
    assert bob.post("/share-a-lesson/", given | {"consent": "no"}).status_code == 302
    assert OfferedLesson.objects.get().consent is False


def test_too_long_a_text_is_cut_before_it_stands_in_the_form():
    answer = Person().post("/share-a-lesson/", {"begin": "yes", "what_happened": "x" * 9000})
    assert value_in(answer.text, "what_happened") == "x" * 2000
