"""What visitors sent, and staff at the desk who handle it."""

from django.utils import timezone

from readiness.contact import receiving
from readiness.contact.models import Message, OfferedLesson
from tests.accounts.staff import Staff, member

NOW = timezone.now()
TOLD = {
    "kind": "mistake",
    "what_happened": "We bought tablets, and the walls let no signal through.",
    "what_was_learned": "Walk the building with a phone first.",
    "theme": "roll-out",
    "avenues": ["mobile-working"],
    "organisation": "care-home",
    "consent": True,
    "name": "Eve Evans",
    "email": "eve@example.org",
}
EDITED = {
    "title": "The signal stopped at the walls",
    "what_happened": "A care home bought tablets. The walls let no signal through.",
    "what_was_learned": "Walk the building with a phone first.",
    "theme": "roll-out",
    "kind": "mistake",
    "avenues": ["mobile-working"],
    "sure": "on",
}


def offered(**changes):
    receiving.receive(OfferedLesson, TOLD | changes, key=str(changes), at=NOW)
    return OfferedLesson.objects.first()


def message(**changes):
    sent = {"about": "wrong", "words": "The figure is wrong.", "email": "", **changes}
    receiving.receive(Message, sent, key="", at=NOW)
    return Message.objects.first()


def at_desk(name, *held):
    """Somebody who is signed in, and their account."""
    user = member(name, *held)
    person = Staff()
    person.sign_in(user)
    return person, user


def place(sent, page="change"):
    return f"/admin/contact/{sent._meta.model_name}/{sent.pk}/{page}/"


def press(person, sent, verb, seen=None, **typed):
    """Press a button on its page, as the page was when its status was `seen`."""
    posted = {"seen": seen or sent.status, **typed}
    answer = person.post(place(sent, f"deed/{verb}"), posted)
    sent.refresh_from_db()
    return answer
