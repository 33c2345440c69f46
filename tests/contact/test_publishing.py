"""A lesson that was offered goes into the library: edited, without names, and with consent alone."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from readiness.catalogue import quality
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Lesson
from readiness.catalogue.models.lesson import TOLD_TO_US
from readiness.contact import publishing
from readiness.contact.handling import Hand, Refused
from readiness.contact.models import OfferedLesson
from tests.accounts.staff import Staff
from tests.contact.sent import EDITED, NOW, offered, place, press
from tests.people import said, value_in

pytestmark = pytest.mark.usefixtures("catalogue")


def test_a_lesson_is_published_edited_and_stands_in_the_library(dawn):
    person, _user = dawn
    sent = offered()
    assert press(person, sent, "publish", **EDITED).status_code == 302
    lesson = sent.lesson
    assert sent.status == "published"
    assert (lesson.slug, lesson.title) == ("the-signal-stopped-at-the-walls", EDITED["title"])
    assert lesson.source_title == "Told to us by a care home"
    assert lesson.publisher == "Readiness, the technology guide for care"
    assert (lesson.year, lesson.reviewed_on) == (NOW.year, timezone.localdate())
    assert (lesson.avenues, lesson.kind) == (["mobile-working"], "mistake")
    assert lesson.slug in contents().lessons
    assert quality.faults(lesson, contents()) == []
    page = Staff().get(f"/library/lessons/{lesson.slug}/").text
    assert EDITED["what_happened"] in page
    assert "Eve Evans" not in page
    assert "eve@example.org" not in page


def test_each_leads_to_the_other(mike):
    person, _user = mike
    sent = offered()
    press(person, sent, "publish", **EDITED)
    lesson = f"/admin/catalogue/lesson/{sent.lesson.pk}/change/"
    assert f'href="{lesson}"' in person.get(place(sent)).text
    assert f'href="{place(sent)}"' in person.get(lesson).text
    other = Lesson.objects.exclude(pk=sent.lesson.pk).first()
    assert (
        "See what was told to us"
        not in person.get(lesson.replace(str(sent.lesson.pk), str(other.pk))).text
    )


def test_what_was_told_at_length_is_shortened_before_it_is_published(dawn):
    person, _user = dawn
    sent = offered(what_happened="We waited. " * 100)
    told = value_in(person.get(place(sent)).text, "what_happened")
    answer = press(person, sent, "publish", **(EDITED | {"what_happened": told}))
    assert "Make it 600 letters or fewer: it has 1099." in said(answer.text)
    assert value_in(answer.text, "title") == EDITED["title"]
    assert sent.status == "new"


@pytest.mark.parametrize("missing", ["title", "what_happened", "what_was_learned", "sure"])
def test_nothing_is_published_unread_or_in_part(dawn, missing):
    person, _user = dawn
    sent = offered()
    answer = press(person, sent, "publish", **(EDITED | {missing: ""}))
    assert answer.status_code == 422
    assert (sent.status, sent.lesson) == ("new", None)


def test_a_title_of_nothing_but_marks_is_none(dawn):
    person, _user = dawn
    sent = offered()
    assert press(person, sent, "publish", **(EDITED | {"title": "\u202e"})).status_code == 422


def test_two_lessons_of_one_title_have_two_addresses(dawn):
    person, _user = dawn
    for n, slug in enumerate(
        ("the-signal-stopped-at-the-walls", "the-signal-stopped-at-the-walls-2")
    ):
        sent = offered(what_happened=f"It stopped {n} times.")
        press(person, sent, "publish", **EDITED)
        assert sent.lesson.slug == slug


def test_a_title_without_a_letter_has_an_address_too():
    assert publishing._free_slug("水") == "lesson"


def test_two_who_publish_at_once_make_one_lesson(dawn):
    person, _user = dawn
    sent = offered()
    before = Lesson.objects.count()
    press(person, sent, "publish", seen="new", **EDITED)
    answer = press(person, sent, "publish", seen="new", **EDITED)
    assert "Nothing was changed: dawn published it" in said(answer.text)
    assert Lesson.objects.count() == before + 1


def test_without_consent_there_is_no_button_and_the_verb_refuses(dawn):
    person, user = dawn
    sent = offered(consent=False)
    assert "Publish it in the library" not in person.get(place(sent)).text
    answer = press(person, sent, "publish", **EDITED)
    assert "did not agree" in said(answer.text)
    with pytest.raises(Refused):
        publishing.publish(sent, Hand(user, NOW, "new"), Lesson(**{"title": "T"}))
    assert not Lesson.objects.filter(title=EDITED["title"]).exists()


def test_nor_does_the_database_take_it():
    sent = offered(consent=False)
    changed = {"status": "published", "closed_at": NOW}
    with pytest.raises(IntegrityError, match="consent"), transaction.atomic():
        OfferedLesson.objects.filter(pk=sent.pk).update(**changed)
    OfferedLesson.objects.filter(pk=sent.pk).update(consent=True, **changed)


@pytest.mark.parametrize(
    "changed",
    [
        {"status": "not-used", "closed_at": NOW},  # without a reason
        {"status": "in-hand"},  # in nobody's hand
        {"status": "closed", "closed_at": NOW},  # which a lesson never is
        {"closed_at": NOW},  # and still new
    ],
)
def test_the_database_refuses_states_that_cannot_be(changed):
    sent = offered()
    with pytest.raises(IntegrityError), transaction.atomic():
        OfferedLesson.objects.filter(pk=sent.pk).update(**changed)


def test_a_lesson_is_taken_back_when_who_told_it_asks(dawn):
    person, _user = dawn
    sent = offered()
    press(person, sent, "publish", **EDITED)
    slug = sent.lesson.slug
    press(person, sent, "withdraw")
    assert (sent.status, sent.consent, sent.lesson) == ("withdrawn", False, None)
    assert Staff().get(f"/library/lessons/{slug}/").status_code == 404
    assert "Publish it in the library" not in person.get(place(sent)).text


def test_a_lesson_that_an_editor_deletes_leaves_what_was_told(dawn):
    person, _user = dawn
    sent = offered()
    press(person, sent, "publish", **EDITED)
    Lesson.objects.get(pk=sent.lesson.pk).delete()
    sent.refresh_from_db()
    assert person.get(place(sent)).status_code == 200
    assert press(person, sent, "withdraw").status_code == 302


@pytest.mark.parametrize("publisher", [TOLD_TO_US, "Somebody else"])
def test_what_was_taken_back_is_erased_from_the_history_and_nobody_brings_it_back(dawn, publisher):
    person, _user = dawn
    sent = offered()
    press(person, sent, "publish", **EDITED)
    lesson = sent.lesson
    lesson.publisher = publisher
    lesson.save()
    press(person, sent, "withdraw")
    assert not Lesson.history.filter(id=lesson.pk).exists()
    assert EDITED["title"] not in person.get("/admin/catalogue/lesson/deleted/").text
    assert person.get(f"/admin/catalogue/lesson/{lesson.pk}/history/").status_code == 404


def test_a_lesson_deleted_by_mistake_is_reopened_and_published_again(dawn):
    person, _user = dawn
    sent = offered()
    press(person, sent, "publish", **EDITED)
    assert "Reopen it" not in person.get(place(sent)).text
    assert "Delete it there first" in press(person, sent, "reopen").text
    Lesson.objects.all().filter(pk=sent.lesson.pk).delete()
    sent.refresh_from_db()
    assert "Reopen it" in person.get(place(sent)).text
    press(person, sent, "reopen")
    assert press(person, sent, "publish", **EDITED).status_code == 302
    assert Staff().get(f"/library/lessons/{sent.lesson.slug}/").status_code == 200


def test_an_editor_publishes_and_sees_not_who_told_it(mike):
    person, _user = mike
    sent = offered()
    page = person.get(place(sent)).text
    assert "Publish it in the library" in page
    assert "Eve Evans" not in page
    assert "eve@example.org" not in page
    assert "Take it in hand" not in page
    assert press(person, sent, "take").status_code == 403
    assert press(person, sent, "publish", **EDITED).status_code == 302
