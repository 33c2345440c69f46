"""Cost and benefit year by year, and how that is one with what the technology is worth."""

from decimal import Decimal

from django.utils.translation import gettext as _

from readiness.business_case import Figures
from readiness.cases import amounts, sentences
from readiness.reports import charts
from readiness.reports.context.levels import said_years
from readiness.reports.context.parts import Block, Column, Table, table
from readiness.reports.context.rounding import in_pounds
from readiness.reports.context.said import Said


def by_year(said: Said, figures: Figures) -> Block:
    """The chart with its figures in a table."""
    return Block(
        _("Cost and benefit, year by year"),
        paragraphs=tuple(sentences.headlines(said.facts, said.contents, ("payback",))),
        chart=charts.cost_and_benefit(
            figures.years, _finding(figures), figures.payback_months_all.likely
        ),
        table=_years_table(figures),
        after=(_beside_worth(said, figures),),
    )


def _finding(figures: Figures) -> str:
    last = figures.years[-1]
    benefit = last.whole_benefit_so_far
    text = _(
        "By the end of {when} it has cost {cost}. By then it has given back time and cash worth"
        " {likely} on likely figures, {low} on low ones and {high} on high ones. {payback}"
    )
    return text.format(
        when=_("year {n}").format(n=last.number),
        cost=amounts.pounds(last.cost_so_far),
        likely=amounts.pounds(benefit.likely),
        low=amounts.pounds(benefit.low),
        high=amounts.pounds(benefit.high),
        payback=_pays_back(figures),
    )


def _pays_back(figures: Figures) -> str:
    months = figures.payback_months_all.likely
    if months is None:
        text = _("On likely figures, it does not pay back within {years}.")
        return text.format(years=said_years(figures))
    if not months:
        return _("On likely figures, it pays back from the start.")
    text = _("On likely figures, it pays back after {months}.")
    return text.format(months=amounts.months(months))


def _beside_worth(said: Said, figures: Figures) -> str:
    """Why the last line of the table is not what the technology is said to be worth."""
    rate = said.facts.number("cost-assumptions", "discount_rate")
    total = amounts.pounds(figures.years[-1].whole_net_so_far.likely)
    worth = amounts.pounds(figures.npv_all.likely)
    if not rate:
        text = _("Benefit less cost comes to {total} on likely figures: its worth after costs.")
        return text.format(total=total)
    text = _(
        "These are pounds as they fall due: in all, benefit less cost comes to {total} on likely"
        " figures. Its worth after costs is {worth}, as each year ahead counts for {rate} less."
    )
    return text.format(total=total, worth=worth, rate=amounts.percent(rate))


def _years_table(figures: Figures) -> Table | None:
    columns = [
        Column(_("By the end of")),
        Column(_("Cost so far"), True),
        Column(_("Benefit so far, low"), True),
        Column(_("Likely"), True),
        Column(_("High"), True),
    ]
    rows: list[list[str | Decimal]] = [
        [
            _("the start") if year.number == 0 else _("year {n}").format(n=year.number),
            year.cost_so_far,
            year.whole_benefit_so_far.low,
            year.whole_benefit_so_far.likely,
            year.whole_benefit_so_far.high,
        ]
        for year in figures.years
    ]
    caption = _("Cost and benefit so far (time and cash), in today’s prices, not discounted")
    return table(caption, columns, in_pounds(rows), fixed=True)
