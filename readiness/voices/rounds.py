"""Opening a round: what its owner is asked, and what the page of the rounds needs to know."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.cases.answers import Answers
from readiness.cases.fields import Day, LongText, Text
from readiness.cases.models import Case
from readiness.cases.steps.step import Kept, Questions
from readiness.voices import closing
from readiness.voices.models import Round

WORDS = 12
USUAL, LONGEST = timedelta(days=14), timedelta(days=92)


class Message(LongText):
    """A sentence or two."""

    longest = 300


class NewRound(Questions):
    """What people are told when they are asked."""

    idea = Text(
        _("What are you thinking about, in 12 words or fewer?"),
        noun=_("what you are thinking about"),
        hint=_(
            "Say what it does for people, such as “a way to write notes beside you”. Do not name a product."
        ),
    )
    closes_on = Day(
        _("What is the last day to answer?"),
        noun=_("the last day to answer"),
        hint=_("Two weeks is a fair time. Day, month and year, such as 14 3 2028."),
    )
    tell_how = Text(
        _("How will people hear what happens?"),
        noun=_("how people will hear what happens"),
        hint=_("Such as: at the residents’ meeting on 3 April."),
    )
    contact = Text(
        _("Who can people ask?"),
        noun=_("who people can ask"),
        hint=_("A role and a place to find them, such as: the manager, in the office."),
    )
    message = Message(
        _("Do you want to add a short message?"),
        noun=_("the message"),
        hint=_("Two sentences at most. People see it first."),
        required=False,
    )

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def check_together(self):
        if len((self.answer("idea") or "").split()) > WORDS:
            self.fault("idea", gettext("Use 12 words or fewer"))
        last = self.answer("closes_on")
        if last and date.fromisoformat(last) < self.today:
            self.fault("closes_on", gettext("The last day must be today or later"))
        if last and date.fromisoformat(last) > self.today + LONGEST:
            self.fault("closes_on", gettext("The last day must be within three months from now"))


class NotNow(Exception):
    """Another round is open, or waits for its owner’s word."""


@dataclass(frozen=True)
class Rounds:
    """The rounds of a case on a day. `now` is open, `waiting` is over and waits for a word about
    quick answers, `last` was settled last; each None where there is none."""

    now: Round | None
    waiting: Round | None
    last: Round | None


def of(case: Case, *, at: datetime) -> Rounds:
    """The rounds of a case; what is past its last day is settled first."""
    for asking in case.rounds.filter(settled_at=None):
        closing.settle(asking, at=at)
    found = list(case.rounds.order_by("-opened_at", "-pk"))
    return Rounds(
        now=next((each for each in found if each.is_open(at)), None),
        waiting=next((e for e in found if e.settled_at is None and not e.is_open(at)), None),
        last=next((each for each in found if each.settled_at), None),
    )


def open_round(case: Case, said: Kept, *, key: uuid.UUID, by: str, at: datetime) -> Round:
    """Open a round with sound answers; the same again for the same key. Raises NotNow."""
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case.pk)
        if before := case.rounds.filter(opening_key=key).first():
            return before
        if Round.objects.filter(opening_key=key).exists():
            key = uuid.uuid4()  # a page of another case was sent here: nothing is said about it
        found = of(case, at=at)
        if found.now or found.waiting:
            raise NotNow
        opened: Round = case.rounds.create(
            opening_key=key,
            organisation=Answers.of(case, ["organisation"]).organisation,
            opened_by=by,
            opened_at=at,
            **{"message": "", **said},
        )
        case.note_asking(date.fromisoformat(said["closes_on"]))
    return opened
