"""What a visitor is asked: to write to us, to comment on a page, to share a lesson."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from readiness.cases.fields import Choice, Email, LongText, Many, One, Text
from readiness.cases.steps.step import Fault, Questions
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Lesson
from readiness.contact.models import Message, OfferedLesson

TRAP = "website"  # a box that people leave empty, and machines fill in


class Reference(Text):
    """The reference of a case."""

    longest = 20


class Advice(LongText):
    """A few sentences."""

    longest = 1000


def _choices(kind: Any, *, without: tuple[str, ...] = ()) -> list[Choice]:
    return [Choice(value, label) for value, label in kind.choices if value not in without]


class Letter(Questions):
    """A form for a visitor. It does not go through while a machine's box is filled in."""

    @property
    def trapped(self) -> bool:
        """Whether the box that people leave empty was filled in."""
        return bool(self.data.get(TRAP, "").strip())

    @property
    def goes_through(self) -> bool:
        """Whether all is sound."""
        return self.is_valid() and not self.trapped

    def faults(self, path: str = "") -> list[Fault]:
        """Every fault, in the order of the page."""
        trap = [Fault("", TRAP, _("Empty this box: it is there to stop machines"))]
        return super().faults(path) + (trap if self.trapped else [])

    def values(self) -> dict[str, Any]:
        """The answers as they are kept; raises where the form does not go through."""
        return {name: value or "" for name, value in (self.cleaned_data or {}).items()}


_EMAIL: dict[str, Any] = {
    "noun": lazy("your e-mail address"),
    "hint": lazy("Only if you want an answer. We use it for nothing else."),
    "required": False,
}


class MessageForm(Letter):
    """Get in touch."""

    about = One(
        lazy("What is it about?"),
        noun=lazy("what it is about"),
        choices=_choices(Message.About, without=("page",)),
    )
    words = LongText(
        lazy("Your message"),
        noun=lazy("your message"),
        hint=lazy("Tell us what is hard, wrong or missing. A few sentences are enough."),
    )
    reference = Reference(
        lazy("Your case reference"),
        noun=lazy("your case reference"),
        hint=lazy("Only if it is about a case. Do not send us your private link."),
        required=False,
    )
    email = Email(lazy("Your e-mail address"), **_EMAIL)


class CommentForm(Letter):
    """Say something about a page."""

    words = LongText(
        lazy("What would you like to say?"),
        noun=lazy("what you would like to say"),
        hint=lazy("Is something wrong, unclear or missing? Do you know better evidence?"),
    )
    email = Email(lazy("Your e-mail address"), **_EMAIL)


class LessonForm(Letter):
    """Share a lesson."""

    kind = One(
        lazy("Did it go well or wrong?"),
        noun=lazy("how it went"),
        choices=[
            Choice(Lesson.Kind.MISTAKE, lazy("It went wrong")),
            Choice(Lesson.Kind.SUCCESS, lazy("It went well")),
            Choice(Lesson.Kind.MIXED, lazy("Some of each")),
        ],
    )
    what_happened = LongText(
        lazy("What happened?"),
        noun=lazy("what happened"),
        hint=lazy("What did you try, and how did it go? A few sentences are enough."),
    )
    what_was_learned = Advice(
        lazy("What would you tell someone else?"),
        noun=lazy("what you would tell someone else"),
        hint=lazy("One or two sentences."),
    )
    theme = One(
        lazy("What is it mostly about?"),
        noun=lazy("what it is mostly about"),
        choices=_choices(Lesson.Theme),
    )
    avenues = Many(
        lazy("Which kinds of technology?"),
        noun=lazy("the kinds of technology"),
        hint=lazy("Choose all that fit, or none."),
        choices=(),
        required=False,
    )
    organisation = One(
        lazy("What kind of organisation was it?"),
        noun=lazy("the kind of organisation"),
        hint=lazy("Its kind is published with the lesson, and its name is not."),
        choices=_choices(OfferedLesson.Organisation),
        required=False,
        folded=True,
    )
    consent = One(
        lazy("May we publish it?"),
        noun=lazy("whether we may publish it"),
        hint=lazy(
            "We shorten it and put it in plain words. We publish it without names. You can take it "
            "back at any time: write to us, and we take it out."
        ),
        choices=[
            Choice("yes", lazy("Yes, edited and without names")),
            Choice("no", lazy("No, it is only for you to learn from")),
        ],
    )
    name = Text(
        lazy("Your name"),
        noun=lazy("your name"),
        hint=lazy("Only so that we know who to ask for. It is never published."),
        required=False,
    )
    email = Email(
        lazy("Your e-mail address"),
        noun=lazy("your e-mail address"),
        hint=lazy("Only if we may ask you about it. It is never published."),
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        avenues = contents().avenues.values()
        self.fields["avenues"].choices = tuple(Choice(each.slug, each.name) for each in avenues)

    def values(self) -> dict[str, Any]:
        """The answers as they are kept."""
        found = super().values()
        return found | {"avenues": found["avenues"] or [], "consent": found["consent"] == "yes"}
