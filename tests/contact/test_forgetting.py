"""What was sent is kept for half a year after staff are done with it."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from readiness.contact import forgetting, handling, publishing, receiving
from readiness.contact.handling import Hand
from readiness.contact.models import Message, OfferedLesson
from tests.contact.sent import NOW, message, offered

pytestmark = pytest.mark.usefixtures("catalogue")


LATER = NOW + forgetting.KEPT + timedelta(days=1)


def test_what_was_closed_is_erased_half_a_year_later_and_no_sooner(dawn):
    _person, user = dawn
    closed, waits = message(), message(words="Another.")
    handling.close(closed, Hand(user, NOW, "new"), words="Done.")
    assert forgetting.forget(at=LATER - timedelta(days=2)) == 0
    assert forgetting.forget(at=LATER) == 1
    assert list(Message.objects.all()) == [waits]


def test_a_lesson_in_the_library_stays_and_who_told_it_is_forgotten(dawn):
    _person, user = dawn
    unused, told = offered(what_happened="Nothing."), offered()
    handling.not_use(unused, Hand(user, NOW, "new"), words="Empty.")
    lesson = publishing.draft(told, today=NOW.date())
    lesson.title = "A lesson"
    publishing.publish(told, Hand(user, NOW, "new"), lesson)
    assert forgetting.forget(at=LATER) == 2
    kept = OfferedLesson.objects.get()
    assert (kept.name, kept.email, kept.lesson) == ("", "", lesson)
    assert forgetting.forget(at=LATER) == 0


def test_the_guide_forgets_by_itself_when_somebody_writes(dawn):
    _person, user = dawn
    handling.close(message(), Hand(user, NOW, "new"), words="")
    receiving.receive(Message, {"about": "help", "words": "Hello."}, key="", at=LATER)
    assert [each.words for each in Message.objects.all()] == ["Hello."]


def test_and_by_a_command(capsys):
    call_command("forget_messages")
    assert capsys.readouterr().out == "0 erased.\n"
