"""What a visitor is asked: to write to us, to comment on a page, to share a lesson."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, Email, LongText, Many, One, Text
from readiness.cases.steps.step import Fault, Questions
from readiness.catalogue.contents import contents
from readiness.catalogue.models import Lesson
from readiness.contact.models import Message, OfferedLesson

TRAP = "website"  # a box that people leave empty, and machines fill in


class Reference(Text):
    """The reference of a case."""

    longest = 20
    is_own_words = False


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
        trap = [Fault("", TRAP, gettext("Empty this box: it is there to stop machines"))]
        return super().faults(path) + (trap if self.trapped else [])

    def values(self) -> dict[str, Any]:
        """The answers as they are kept; raises where the form does not go through."""
        return {name: value or "" for name, value in (self.cleaned_data or {}).items()}


_EMAIL: dict[str, Any] = {
    "noun": _("your e-mail address"),
    "hint": _("Only if you want an answer. We use it for nothing else."),
    "required": False,
}


class MessageForm(Letter):
    """Get in touch."""

    about = One(
        _("What is it about?"),
        noun=_("what it is about"),
        choices=_choices(Message.About, without=("page",)),
    )
    words = LongText(
        _("Your message"),
        noun=_("your message"),
        hint=_("Tell us what is hard, wrong or missing. A few sentences are enough."),
    )
    reference = Reference(
        _("Your case reference"),
        noun=_("your case reference"),
        hint=_("Only if it is about a case. Do not send us your private link."),
        required=False,
    )
    email = Email(_("Your e-mail address"), **_EMAIL)


class CommentForm(Letter):
    """Say something about a page."""

    words = LongText(
        _("What would you like to say?"),
        noun=_("what you would like to say"),
        hint=_("Is something wrong, unclear or missing? Do you know better evidence?"),
    )
    email = Email(_("Your e-mail address"), **_EMAIL)


class LessonForm(Letter):
    """Share a lesson."""

    kind = One(
        _("Did it go well or wrong?"),
        noun=_("how it went"),
        choices=[
            Choice(Lesson.Kind.MISTAKE, _("It went wrong")),
            Choice(Lesson.Kind.SUCCESS, _("It went well")),
            Choice(Lesson.Kind.MIXED, _("Some of each")),
        ],
    )
    what_happened = LongText(
        _("What happened?"),
        noun=_("what happened"),
        hint=_("What did you try, and how did it go? A few sentences are enough."),
    )
    what_was_learned = Advice(
        _("What would you tell someone else?"),
        noun=_("what you would tell someone else"),
        hint=_("One or two sentences."),
    )
    theme = One(
        _("What is it mostly about?"),
        noun=_("what it is mostly about"),
        choices=_choices(Lesson.Theme),
    )
    avenues = Many(
        _("Which kinds of technology?"),
        noun=_("the kinds of technology"),
        hint=_("Choose all that fit, or none."),
        choices=(),
        required=False,
    )
    organisation = One(
        _("What kind of organisation was it?"),
        noun=_("the kind of organisation"),
        hint=_("Its kind is published with the lesson, and its name is not."),
        choices=_choices(OfferedLesson.Organisation),
        required=False,
        folded=True,
    )
    consent = One(
        _("May we publish it?"),
        noun=_("whether we may publish it"),
        hint=_(
            "We shorten it and put it in plain words. We publish it without names. You can take it "
            "back at any time: write to us, and we take it out."
        ),
        choices=[
            Choice("yes", _("Yes, edited and without names")),
            Choice("no", _("No, it is only for you to learn from")),
        ],
    )
    name = Text(
        _("Your name"),
        noun=_("your name"),
        hint=_("Only so that we know who to ask for. It is never published."),
        required=False,
    )
    email = Email(
        _("Your e-mail address"),
        noun=_("your e-mail address"),
        hint=_("Only if we may ask you about it. It is never published."),
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
