"""What is asked when somebody looks whether a case keeps its promise."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.benefits.models import BenefitsReview
from readiness.cases.fields import Choice, Day, LongText, One, Question, Text
from readiness.cases.number_fields import Pounds, WholeNumber
from readiness.cases.steps.step import Kept, Questions

Reached, Next = BenefitsReview.Reached, BenefitsReview.Next
MOST_MINUTES, LEAST_MINUTES = 720, -120  # as the step about time has them


class Review(Questions):
    """One review. Each outcome that was promised adds two questions: what it is now, and whether it
    was reached. `outcomes` is how many there are, `today` the last day on which it can be taken."""

    taken_on = Day(
        _("On what day did you look?"),
        noun=_("the day on which you looked"),
        hint=_("Day, month and year, such as 14 3 2028 or 14 March 2028."),
    )
    minutes = WholeNumber(
        _("How many minutes does it save in a shift?"),
        noun=_("the number of minutes"),
        hint=_(
            "In a shift in which it is used, timed as you timed it before. With a minus where it takes longer. Leave it empty if nobody has looked yet."
        ),
        suffix=_("minutes"),
        least=LEAST_MINUTES,
        most=MOST_MINUTES,
        like="12",
        required=False,
    )
    paid_once = Pounds(
        _("What was paid once, so far?"),
        noun=_("what was paid once"),
        hint=_("Devices, setting up, and the paid hours in which people learned it."),
        like="12,400",
        required=False,
    )
    paid_running = Pounds(
        _("What was paid for running it, so far?"),
        noun=_("what was paid for running it"),
        hint=_("Licences, support, connections, and teaching those who joined."),
        like="3,100",
        required=False,
    )
    surprises = LongText(
        _("What surprised you?"),
        noun=_("what surprised you"),
        hint=_("Good or bad. Do not name people you support."),
        required=False,
    )
    decision = One(
        _("What happens next?"),
        noun=_("what happens next"),
        choices=(
            Choice(Next.CARRY_ON, _("Carry on"), _("It does what it should, or is on the way")),
            Choice(Next.CHANGE, _("Change something"), _("Say below what, and who does it")),
            Choice(Next.STOP, _("Stop"), _("To stop in time is a good result too")),
        ),
    )
    why = LongText(
        _("Why?"),
        noun=_("why"),
        hint=_("A board that reads only this should understand it."),
    )

    def __init__(self, *args: Any, outcomes: int, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outcomes, self.today = outcomes, today
        first: dict[str, Question] = {}
        for n in range(1, outcomes + 1):
            first[f"actual_{n}"] = _actual(n)
            first[f"reached_{n}"] = _reached(n)
        self.fields = {"taken_on": self.fields.pop("taken_on"), **first, **self.fields}

    def check_together(self) -> None:
        """Something was reached only if somebody can say what it is now."""
        for n in range(1, self.outcomes + 1):
            said = self.answer(f"reached_{n}")
            if said not in (None, Reached.UNSAID) and not self.answer(f"actual_{n}"):
                self.fault(f"actual_{n}", self.fields[f"actual_{n}"].missing())
        taken = self.answer("taken_on")
        if taken and date.fromisoformat(taken) > self.today:
            self.fault("taken_on", _("The day must be today or before"))

    @property
    def said(self) -> Kept:
        """The answers by the names of the model; what was left empty is None, or "" for a text."""
        given = self.sound
        return {
            "taken_on": date.fromisoformat(given["taken_on"]),
            "found": [
                {"reached": given[f"reached_{n}"], "actual": given.get(f"actual_{n}", "")}
                for n in range(1, self.outcomes + 1)
            ],
            "minutes": given.get("minutes"),
            "paid_once": given.get("paid_once"),
            "paid_running": given.get("paid_running"),
            "surprises": given.get("surprises", ""),
            "decision": given["decision"],
            "why": given["why"],
        }


def initial(kept: Mapping[str, Any]) -> Kept:
    """What stands in the boxes of a review that is recorded again."""
    found = dict(kept)
    for n, each in enumerate(found.pop("found"), start=1):
        found |= {f"actual_{n}": each["actual"], f"reached_{n}": each["reached"]}
    return found


def _actual(n: int) -> Text:
    return Text(
        _("What is it now?"),
        noun=_("what outcome {n} is now").format(n=n),
        hint=_("Measured in the same way as before."),
        required=False,
        sometimes=True,
    )


def _reached(n: int) -> One:
    return One(
        _("Was it reached?"),
        noun=_("whether outcome {n} was reached").format(n=n),
        choices=[Choice(each.value, each.label) for each in Reached],
        inline=True,
    )
