"""Which paper this is: a draft of the answers as they stand, or a version that was sent."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.reports.context.parts import Line


@dataclass(frozen=True)
class Decided:
    """The board’s decision: its slug, its day, and the first day of the months that it named."""

    outcome: str
    on: date
    until: date | None = None
    review: date | None = None


@dataclass(frozen=True)
class Edition:
    """`number` is the version's; None for a draft. `after` is the version changed since, if any."""

    reference: str
    on: date
    number: int | None = None
    after: int | None = None
    code: str = ""  # the check code of what was sent
    approved: str = ""  # who approved it, in what role and when, once it was reviewed
    decided: tuple[Line, ...] = ()  # what the board decided, once that was recorded
    decision: Decided | None = None  # the same for a paper that goes by it

    @property
    def mark(self) -> str:
        """“Draft”, “Version 2”, “Version 2, reviewed” or “Version 2, decided”."""
        if not self.number:
            return _("Draft")
        text = _("Version {n}, reviewed") if self.approved else _("Version {n}")
        return (_("Version {n}, decided") if self.decided else text).format(n=self.number)

    @property
    def filed_as(self) -> str:
        """“draft”, “v2”, “v2-reviewed” or “v2-decided”: the mark, in the name of a file."""
        mark = f"v{self.number}" if self.number else "draft"
        return mark + ("-decided" if self.decided else "-reviewed" if self.approved else "")

    @property
    def date(self) -> str:
        """“6 September 2027”."""
        return date_format(self.on, "j F Y")

    @property
    def standing(self) -> str:
        """What the mark means, in a sentence."""
        if self.decided:
            return _("The board’s decision is printed with it: {what}.").format(
                what=self.decided[0].paragraphs[0]
            )
        if self.approved:
            return _(
                "Checked by {who}. That approves the paper, and not the purchase: see the verdict."
            ).format(who=self.approved)
        if self.number:
            return _("Sent for review on {date}. It does not change.").format(date=self.date)
        if self.after:
            return _("Changed since version {n} was sent. Not sent again yet.").format(n=self.after)
        return _("Not sent for review yet. Answers and figures can still change.")
