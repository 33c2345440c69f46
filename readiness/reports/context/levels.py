"""The technology from low to high: if it goes less well than expected, or better."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from readiness.business_case import Figures, Spread, Why
from readiness.cases import amounts
from readiness.cases.sentences.nulls import why_not
from readiness.cases.sentences.placeholders import placeholders
from readiness.reports.context.parts import Column, Notes, Table, table
from readiness.reports.context.rounding import pounds_for
from readiness.reports.context.said import Said

LEVELS = {
    "low": gettext_lazy("Low"),
    "likely": gettext_lazy("Likely"),
    "high": gettext_lazy("High"),
}


def low_to_high(said: Said, figures: Figures) -> Table | None:
    """What it gives back, is worth and when it pays back, on each of the three figures."""
    notes = Notes()
    columns = [Column(_("The technology")), *(Column(str(name), True) for name in LEVELS.values())]
    minutes = [said.facts.number("time", f"minutes_saved_{each}") or Decimal(0) for each in LEVELS]
    pounds = pounds_for(_all(figures.npv_all, figures.npv_cash))
    rows = [
        [_("Minutes saved on each shift"), *map(amounts.number, minutes)],
        [_("Hours given back a year"), *three(figures.hours_per_year, amounts.hours_alone)],
        [_("Worth, after costs (time and cash)"), *three(figures.npv_all, pounds)],
        [_("Cash alone"), *three(figures.npv_cash, pounds)],
        [_("Time and cash pay back after"), *_payback("payback_months_all", said, figures, notes)],
        [_("Cash alone pays back after"), *_payback("payback_months_cash", said, figures, notes)],
    ]
    caption = _("The technology over {years}, in today’s prices").format(years=said_years(figures))
    return table(caption, columns, rows, notes=notes, fixed=True)


def said_years(figures: Figures) -> str:
    """“5 years”: those that are looked at."""
    return amounts.years(figures.years[-1].number)


def _all(*spreads: Spread[Decimal]) -> Iterator[Decimal]:
    for spread in spreads:
        yield from (spread.low, spread.likely, spread.high)


def three(spread: Spread[Decimal], say: Callable[[Decimal], str]) -> tuple[str, ...]:
    """Low, likely and high in words."""
    return (say(spread.low), say(spread.likely), say(spread.high))


def _payback(name: str, said: Said, figures: Figures, notes: Notes) -> Iterator[str]:
    spread: Spread[int | None] = getattr(figures, name)
    never = [level for level in LEVELS if getattr(spread, level) is None]
    for level in LEVELS:
        months = getattr(spread, level)
        if months is None:
            yield notes.mark(_never(name, never, said))
        else:
            yield amounts.months(months) if months else _("the start")


def _never(name: str, levels: Sequence[str], said: Said) -> str:
    """One sentence for all the levels on which it never pays back."""
    words = placeholders(said.facts, said.contents)
    named = amounts.listed([str(LEVELS[level]).lower() for level in levels])
    words["on_likely"] = _("on {levels} figures").format(levels=named)
    return why_not(f"{name}.likely", Why.NOT_WITHIN_THE_YEARS, words, said.contents)
