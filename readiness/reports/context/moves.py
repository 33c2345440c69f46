"""What moves the result most: each input 20% lower and 20% higher, one at a time."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from readiness.business_case import Figures, Move, Worth
from readiness.cases import amounts, sums
from readiness.reports import charts
from readiness.reports.charts.what_moves import MOST
from readiness.reports.context.levels import said_years
from readiness.reports.context.parts import Block, Column, Table, table
from readiness.reports.context.rounding import in_pounds
from readiness.reports.context.said import Said

Named = Sequence[tuple[str, Move]]


def what_moves(said: Said, figures: Figures) -> Block:
    """The finding in words, the chart, and every input in a table."""
    named = [(_name(move, said), move) for move in sums.moves(said.facts.answers)]
    swinging = [(name, move) for name, move in named if move.swing]
    told = _told(named, figures)
    finding = " ".join(_finding(swinging, named, figures))
    given = figures.npv_all.likely
    return Block(
        _("What moves the result most"),
        paragraphs=(finding,),
        chart=charts.what_moves(swinging, given, finding) if swinging else None,
        table=_table(told, figures),
        after=(" ".join(_how(named, told, given)),) if told else (),
    )


def _name(move: Move, said: Said) -> str:
    """Short enough for the chart. Minutes below nought are minutes lost."""
    minutes = said.facts.number("time", "minutes_saved_likely") or Decimal(0)
    names = {
        "minutes_saved": _("Minutes lost on a shift")
        if minutes < 0
        else _("Minutes saved on a shift"),
        "hourly_pay": _("Hourly pay"),
        "shifts_per_week": _("Shifts a week"),
        "staff_using": _("Staff who use it"),
        "on_costs_percent": _("On-costs"),
        "first_year_percent": _("Benefit in the first year"),
        "costs_once": _("Costs paid once"),
        "costs_a_year": _("Costs a year"),
        "savings": _("Savings a year"),
        "training_hours": _("Hours to learn it"),
        "turnover_percent": _("Staff who leave"),
        "contingency_percent": _("Contingency"),
        "discount_rate": _("Discount rate"),
        "cost_of_waiting": _("Cost of waiting"),
        "change_minutes_saved": _("Doing it better: minutes saved"),
        "change_saving": _("Doing it better: savings"),
        "cost_of_change": _("Doing it better: costs"),
    }
    return names[move.name]


def _finding(swinging: Named, named: Named, figures: Figures) -> Iterator[str]:
    if swinging:
        yield from _widest(swinging, figures)
    else:
        yield _(
            "A fifth more or less of any one number leaves what the technology is worth as it is."
        )
    yield _who_leads(named, figures)


def _widest(swinging: Named, figures: Figures) -> Iterator[str]:
    first = swinging[0][1]
    ends = (first.lower.technology, first.higher.technology)
    as_far = [
        _lowered(name)
        for name, move in swinging
        if (move.lower.technology, move.higher.technology) == ends
    ]
    text = _(
        "What matters most: {names}. 20% lower: the technology is worth {lower} after costs over"
        " {years}. {higher_by}: {higher}. As given: {given}."
    )
    yield text.format(
        names=amounts.listed(as_far),
        lower=amounts.pounds(ends[0]),
        higher_by=_("At 100%") if first.capped else _("20% higher"),
        higher=amounts.pounds(ends[1]),
        given=amounts.pounds(figures.npv_all.likely),
        years=said_years(figures),
    )


def _who_leads(named: Named, figures: Figures) -> str:
    """Whether any one of them changes which is ahead, the others worked out again with it."""
    leads = _leads(figures)
    changes = [_said(name, end) for name, move in named for end in _ends_where(not leads, move)]
    if leads:
        none = _("No such change alone would take the technology’s lead over the other options.")
        some = _("Alone, any of these would take its lead: {changes}.")
        one = _("One of them alone would take its lead: {changes}.")
    else:
        none = _("No such change alone would put the technology ahead of the other options.")
        some = _("Alone, any of these would put the technology ahead: {changes}.")
        one = _("One of them alone would put the technology ahead: {changes}.")
    if not changes:
        return none
    return (some if changes[1:] else one).format(changes="; ".join(changes))


def _ends_where(leads: bool, move: Move) -> Iterator[str]:
    if move.lower.leads is leads:
        yield _("20% lower")
    if move.higher.leads is leads:
        yield _("at 100%") if move.capped else _("20% higher")


def _said(name: str, end: str) -> str:
    return _("{name} {end}").format(name=_lowered(name), end=end)


def _lowered(name: str) -> str:
    return name[:1].lower() + name[1:]


def _table(named: Named, figures: Figures) -> Table | None:
    columns = [
        Column(_("One number moved, all else as given")),
        Column(_("20% lower"), True),
        Column(_("20% higher"), True),
        Column(_("Technology ahead?")),
    ]
    rows: list[list[str | Decimal]] = [
        [
            _("{name} (100% at most)").format(name=name) if move.capped else name,
            move.lower.technology,
            move.higher.technology,
            _ahead(move),
        ]
        for name, move in named
    ]
    caption = _("What the technology is worth after costs over {years}, likely figures")
    return table(caption.format(years=said_years(figures)), columns, in_pounds(rows))


def _ahead(move: Move) -> str:
    words = {
        (True, True): _("Yes, at both"),
        (True, False): _("Only when lower"),
        (False, True): _("Only when higher"),
        (False, False): _("No, at neither"),
    }
    return words[move.lower.leads, move.higher.leads]


def _told(named: Named, figures: Figures) -> Named:
    """What the chart shows, and whatever else changes which is ahead, if only through the others."""
    leads = _leads(figures)
    return [
        (name, move)
        for place, (name, move) in enumerate(named)
        if (place < MOST and move.swing) or (move.lower.leads, move.higher.leads) != (leads, leads)
    ]


def _leads(figures: Figures) -> bool:
    options = figures.options
    others = max(options["as_now"].npv_all, options["better"].npv_all)
    return Worth(technology=options["technology"].npv_all, best_other=others).leads


def _stays_on_its_side(named: Named, given: Decimal) -> bool:
    """Whether it is worth more than nothing at every end, or less than nothing at every end."""
    ends = [worth.technology for _name, move in named for worth in (move.lower, move.higher)]
    return min([given, *ends]) > 0 or max([given, *ends]) < 0


def _how(named: Named, told: Named, given: Decimal) -> Iterator[str]:
    if _stays_on_its_side(named, given):
        yield _("No such change alone takes it to £0.")
    if told:
        yield _(
            "Ahead means worth more than carrying on as now and than doing it better, each worked"
            " out again with the same change."
        )
    if len(told) < len(named):
        yield _("What moves it less, and does not change which is ahead, is left out.")
