"""What an owner says of a link for somebody: who it is for, what they may do, and how long."""

from datetime import date, datetime, time, timedelta

from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from readiness.cases.fields import Choice, Day, One, Text
from readiness.cases.models import AccessLink
from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Kept, Questions

Role = AccessLink.Role
SPANS = {"week": timedelta(days=7), "month": timedelta(days=30), "quarter": timedelta(days=91)}


class Label(Text):
    """What a link is called on every page that names it."""

    longest = 80


def _label() -> Label:
    return Label(
        _("Who is it for?"),
        noun=_("who it is for"),
        hint=_(
            "A person or a group, such as “Sam, finance” or “Our board”. "
            "The history of the case uses this name."
        ),
    )


def _ends(*first: Choice) -> One:
    return One(
        _("How long does it work?"),
        choices=(
            *first,
            Choice("never", _("Until you close it")),
            Choice("week", _("One week")),
            Choice("month", _("30 days")),
            Choice("quarter", _("Three months")),
            Choice("day", _("Until a day that you choose"), _("Say which below")),
        ),
        noun=_("how long it works"),
        default=first[0].value if first else "never",
    )


def _until() -> Day:
    return Day(
        _("Until what day?"),
        noun=_("the last day"),
        hint=_("Day, month and year, such as 14 3 2028. It works until the end of that day."),
        required=False,
        sometimes=True,
    )


ALL_STEPS = "all-steps"


def _opens_at() -> One:
    steps = (Choice(slug, step.page.name) for slug, step in STEPS.items())
    return One(
        _("Where does an editor’s link open?"),
        choices=(Choice(ALL_STEPS, _("At the list of all steps")), *steps),
        noun=_("where it opens"),
        hint=_("Choose a step if you need help with that one."),
        default=ALL_STEPS,
        required=False,
        sometimes=True,
        folded=True,
    )


def _step(opens_at: str | None) -> str:
    """The slug of a step; "" for all of them."""
    return "" if opens_at in {None, ALL_STEPS} else str(opens_at)


class _Ending(Questions):
    """Questions with an end among them. `today` is the first day that it can be."""

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today

    def check_together(self) -> None:
        until = self.answer("until")
        if self.answer("ends") == "day" and not until:
            self.fault("until", self.fields["until"].missing())
        if until and date.fromisoformat(until) < self.today:
            self.fault("until", _("The last day must be today or later"))

    def expires_at(self) -> datetime | None:
        """The end of the last day; None where there is no end."""
        ends = self.answer("ends")
        if ends in SPANS:
            return _end_of(self.today + SPANS[ends])
        until = self.answer("until")
        return _end_of(date.fromisoformat(until)) if ends == "day" and until else None


def _end_of(day: date) -> datetime:
    return make_aware(datetime.combine(day, time(23, 59, 59)))


class SharedWith(_Ending):
    """A new link for somebody."""

    label = _label()
    role = One(
        _("What may they do?"),
        choices=(
            Choice(
                Role.READER,
                _("Read what was sent, as the board does"),
                _("The decision page and the papers of the version that you sent last."),
            ),
            Choice(
                Role.EDITOR,
                _("Answer questions with you"),
                _("Not send the case, share it, or record what the board decided."),
            ),
            Choice(Role.OWNER, _("All that you may"), _("Closing your links, too.")),
        ),
        noun=_("what they may do"),
    )
    opens_at = _opens_at()
    ends = _ends()
    until = _until()

    def link(self) -> Kept:
        """The link's own fields; only those who answer questions have a place where it opens."""
        role = self.answer("role")
        opens_at = _step(self.answer("opens_at")) if role == Role.EDITOR else ""
        said = {"label": self.answer("label"), "role": role, "opens_at": opens_at}
        return said | {"expires_at": self.expires_at()}


class Changed(_Ending):
    """What can be changed of a link that is there. It says nothing of the end of the one in use, by
    which its owner would shut themselves out."""

    label = _label()
    opens_at = _opens_at()
    ends = _ends(Choice("same", _("As now")))
    until = _until()

    def __init__(self, *args, link: AccessLink, in_use: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if in_use or link.hand_over:
            del self.fields["ends"], self.fields["until"]
        if link.role != Role.EDITOR:
            del self.fields["opens_at"]

    def check_together(self) -> None:
        if "until" in self.fields:
            super().check_together()

    def changes(self) -> Kept:
        """The link's own fields, as they are to be."""
        found: Kept = {"label": self.answer("label")}
        if "opens_at" in self.fields:
            found["opens_at"] = _step(self.answer("opens_at"))
        ends = "ends" in self.fields and self.answer("ends") != "same"
        return found | ({"expires_at": self.expires_at()} if ends else {})


class HandedTo(Questions):
    """To whom the case goes, and what becomes of the ways in that its owners have now."""

    label = _label()
    hand_over = One(
        _("What becomes of your links, and those of every other owner?"),
        choices=(
            Choice("editor", _("We go on as editors"), _("You can still answer questions.")),
            Choice("close", _("They are closed"), _("You cannot open the case any more.")),
        ),
        noun=_("what becomes of your links"),
    )
    address = One(
        _("Where is a lost link sent from then on?"),
        choices=(
            Choice("drop", _("Nowhere, until the new owner sets an address")),
            Choice("keep", _("To the same address as now"), _("If the new owner reads it, too.")),
        ),
        noun=_("where a lost link is sent"),
    )

    def __init__(self, *args, has_address: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not has_address:
            del self.fields["address"]
