"""What a page of the insights is narrowed down by, and how it is split."""

from dataclasses import dataclass

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from readiness.cases.counting import month_of
from readiness.cases.typed import typed_month
from readiness.desk.insights import periods
from readiness.desk.insights.subjects import NATIONS, SERVICES

SPLITS = {
    "quarter": _("Quarter"),
    "month": _("Month"),
    "year": _("Year"),
    "nation": _("Nation"),
    "service": _("Service"),
}


@dataclass(frozen=True)
class Picked:
    """Which cases are counted, and how they are split. Months and periods as `periods` has them."""

    nation: str = ""
    service: str = ""
    first: int | None = None
    last: int | None = None
    split: str = "quarter"
    periods: tuple[int, ...] = ()  # side by side; what came before them is one column

    @property
    def narrowed(self) -> bool:
        """Whether some organisations are left out in all months."""
        return bool(self.nation or self.service)

    @property
    def timed(self) -> bool:
        """Whether some months are left out."""
        return (self.first, self.last) != (None, None)

    @property
    def span(self) -> tuple[int | None, int | None]:
        """The month with which it begins, and that before which it ends."""
        return self.first, None if self.last is None else self.last + 1


class MonthField(forms.CharField):
    """A month of a year, typed as people type it."""

    def clean(self, value):
        text = super().clean(value)
        found = typed_month(text) if text else None
        if text and found is None:
            raise forms.ValidationError(_("Give a month and a year, like March 2028."))
        return periods.month_of(found) if found else None


class Filters(forms.Form):
    """The filters, as they stand in the address of the page."""

    nation = forms.ChoiceField(
        label=_("Nation"), required=False, choices=[("", _("All nations")), *NATIONS.items()]
    )
    service = forms.ChoiceField(
        label=_("Service"), required=False, choices=[("", _("All services")), *SERVICES.items()]
    )
    first = MonthField(label=_("Sent from"), required=False, help_text=_("Such as March 2028"))
    last = MonthField(label=_("Sent until"), required=False, help_text=_("Such as May 2028"))
    split = forms.ChoiceField(label=_("Side by side"), required=False, choices=[*SPLITS.items()])

    def clean(self):
        given = super().clean() or {}
        first, last = given.get("first"), given.get("last")
        if first is not None and last is not None and first > last:
            self.add_error("last", _("This is before the first month."))
        return given

    def picked(self) -> Picked:
        """What was chosen; only for filters without faults."""
        given = self.cleaned_data
        split = given["split"] or "quarter"
        first, last = given["first"], given["last"]
        shown: list[int] = []
        if split in periods.LENGTHS:
            until = max(month_of(timezone.localdate()), first or 0) if last is None else last
            shown = periods.side_by_side(first, until, periods.LENGTHS[split])
        return Picked(given["nation"], given["service"], first, last, split, tuple(shown))
