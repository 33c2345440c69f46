"""The options: side by side, from low to high, year by year, and how far it all could fall."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.business_case import Figures, Option
from readiness.cases import amounts, sentences, sums
from readiness.reports import charts
from readiness.reports.context.by_year import by_year
from readiness.reports.context.cover import avenues_of
from readiness.reports.context.levels import low_to_high, said_years
from readiness.reports.context.moves import what_moves
from readiness.reports.context.other_ways import other_ways
from readiness.reports.context.parts import (
    Block,
    Column,
    Line,
    Notes,
    Section,
    Table,
    section,
    table,
)
from readiness.reports.context.rounding import in_pounds
from readiness.reports.context.said import Said, names, still_open
from readiness.reports.cutting import cut

OPTIONS = ("as_now", "better", "extra_staff", "technology")


def options(said: Said) -> Section:
    """The section, with no more than the figures allow."""
    figures = said.facts.figures
    blocks = [Block(_("The ways forward"), lines=tuple(_described(said))), *other_ways(said)]
    if figures:
        blocks += [*_compared(said, figures), by_year(said, figures)]
        blocks += _in_words(said, what_moves(said, figures))
    return section("options", _("The options"), blocks, _open(said))


def _open(said: Said) -> str:
    missing = sums.missing_for_figures(said.facts.answers, said.facts.later)
    if not missing:
        return still_open(said.facts, ("avenues",))
    return _("The figures come when these are answered: {steps}.").format(steps=names(missing))


def _described(said: Said) -> Iterator[Line]:
    """What each option is, as far as it was said."""
    facts = said.facts
    waiting = said("alternatives", "cost_of_waiting")
    if waiting and facts.number("alternatives", "cost_of_waiting"):
        text = _("It costs {amount}, which the technology would end.").format(amount=waiting)
        yield Line(_("Carry on as now"), (text,))
    if change := said.paragraphs("alternatives", "change_description"):
        yield Line(_("Do it better, without new technology"), change)
    extra = facts.number("alternatives", "extra_fte")
    if extra:
        yield Line(_capital(amounts.staff(extra)), (_staff(said),))
    if chosen := avenues_of(said):
        why, in_place = (said.paragraphs("avenues", name) for name in ("why", "in_place"))
        label = _("In place today: {text}")
        already = (label.format(text=in_place[0]), *in_place[1:]) if in_place else ()
        yield Line(chosen, (*why, *already) or (_("Not described yet."),))


def _staff(said: Said) -> str:
    posts = said.facts.number("alternatives", "extra_fte") or Decimal(0)
    week = said.facts.number("alternatives", "extra_hours_per_week") or Decimal(0)
    text = _("{hours} a week in all ({posts}), at {pay} before on-costs, {weeks} at work.")
    return text.format(
        hours=_hours(posts * week),
        posts=_posts(posts),
        pay=said("alternatives", "extra_pay"),
        weeks=said("alternatives", "extra_weeks_worked"),
    )


def _hours(hours: Decimal) -> str:
    """To the quarter of an hour, as a rota has it."""
    text = amounts.number(hours, places=2)
    return ngettext("{n} hour", "{n} hours", 1 if hours == 1 else 2).format(n=text)


def _posts(posts: Decimal) -> str:
    if posts < 1:
        return _("{share} of a full-time post").format(share=amounts.number(posts, places=2))
    if posts == 1:
        return _("one full-time post")
    return _("{n} full-time posts").format(n=amounts.number(posts, places=2))


def side_by_side(
    said: Said, figures: Figures, *, names: int = 160, brief: bool = False, mind: bool = False
) -> Table | None:
    """The options over the same years. `names` is how many letters the name of one may have; `brief`
    leaves out what the decision page has no room for; `mind` adds what to bear in mind there."""
    notes = Notes()
    columns = [
        Column(_("Option")),
        Column(_("Whole-life cost"), True),
        *([] if brief else [Column(_("The same, at present value"), True)]),
        Column(_("Hours given back a year"), True),
        Column(_("Cost of an hour") + _waiting_apart(said, notes), True),
        Column(_("Worth, after costs (time and cash)"), True),
        Column(_("Cash alone"), True),
    ]
    shown = [name for name in OPTIONS if _is_compared(name, said)]
    rows = in_pounds(
        [_name(name, said, names), *_option(name, said, figures, notes, brief)] for name in shown
    )
    for name in OPTIONS:
        if name not in shown:
            notes.add(_not_compared(name))
    if said.facts.number("alternatives", "cost_of_waiting") is None and not brief:
        notes.add(_("What carrying on as now costs was not given, so it stands at £0."))
    for text in _to_bear_in_mind(said, figures) if mind else ():
        notes.add(text)
    caption = _("The options over {years}, in today’s prices").format(years=said_years(figures))
    return table(caption, columns, rows, notes=notes, strong=(-1,))


def _to_bear_in_mind(said: Said, figures: Figures) -> Iterator[str]:
    """In short, what the section on the options says more fully."""
    if said.facts.number("time", "first_year_percent") not in (None, 100):
        part = said("time", "first_year_percent")
        yield _("Of the hours given back, {part} are counted in year 1.").format(part=part)
    if figures.extra_staff_hours_per_year:
        yield _("An hour of extra staff is valued at its pay, so extra staff never come out ahead.")


def _waiting_apart(said: Said, notes: Notes) -> str:
    """Points at why an hour's cost is less than whole-life cost over hours, where it is."""
    if not said.facts.number("alternatives", "cost_of_waiting"):
        return ""
    text = _("The cost of an hour leaves out the {amount} that carrying on as now costs.")
    waiting = said("alternatives", "cost_of_waiting")
    return f" ({notes.mark(text.format(amount=waiting))})"


def _is_compared(name: str, said: Said) -> bool:
    """An option of which nothing was said is not shown as if it cost nothing."""
    number = said.facts.number
    if name == "extra_staff":
        return bool(number("alternatives", "extra_fte"))
    if name != "better":
        return True
    fields = ("change_one_off", "change_per_year", "change_minutes_saved", "change_saving")
    described = said("alternatives", "change_description")
    return bool(described) or any(number("alternatives", field) for field in fields)


def _not_compared(name: str) -> str:
    if name == "extra_staff":
        return _("Extra staff are not compared, as none are given.")
    return _("Doing it better without new technology is not compared, as it is not described.")


def _option(
    name: str, said: Said, figures: Figures, notes: Notes, brief: bool
) -> Sequence[str | Decimal]:
    option = figures.options[name]
    hour = option.cost_per_hour
    if hour is not None:
        price = amounts.pounds_and_pence(hour)
    elif brief and name == "as_now":
        price = _("no hours")
    else:
        price = _why(f"options.{name}.cost_per_hour", said, notes)
    return [
        option.whole_life_cost,
        *([] if brief else [option.present_value_cost]),
        amounts.hours_alone(option.hours_per_year),
        price,
        option.npv_all,
        option.npv_cash,
    ]


def _name(name: str, said: Said, budget: int) -> str:
    if name == "as_now":
        return _("Carry on as now")
    if name == "extra_staff":
        return _capital(amounts.staff(said.facts.number("alternatives", "extra_fte") or Decimal(0)))
    if name == "better":
        change = " ".join(said.paragraphs("alternatives", "change_description"))
        return cut(change, budget) or _("Do it better, without new technology")
    return cut(avenues_of(said), budget) or _("The technology")


def _why(figure: str, said: Said, notes: Notes) -> str:
    (text,) = sentences.say("null", figure, said.facts, said.contents)
    return notes.mark(text)


def _compared(said: Said, figures: Figures) -> Iterator[Block]:
    yield Block(
        _("Side by side"),
        chart=_beside(said, figures),
        table=side_by_side(said, figures),
        after=(
            _(
                "Each is compared with spending nothing and gaining nothing. Worth is at present"
                " value: a pound next year counts for less than a pound today."
            ),
            *_staff_note(figures),
        ),
    )
    yield Block(_("If it goes less well, or better"), table=low_to_high(said, figures))


def _beside(said: Said, figures: Figures) -> charts.Chart:
    shown = [name for name in OPTIONS if _is_compared(name, said)]
    named = [(_name_in_chart(name, said), figures.options[name]) for name in shown]
    return charts.options_beside(named, _finding(named, figures))


def _name_in_chart(name: str, said: Said) -> str:
    """Never what a person typed: in a drawing letters are set one by one, which no script with
    joined letters bears. “The ways forward” says what each is."""
    return _("Do it better, without new technology") if name == "better" else _name(name, said, 80)


def _finding(named: Sequence[tuple[str, Option]], figures: Figures) -> str:
    """Each option with what it is worth, the most first."""
    ranked = sorted(named, key=lambda pair: pair[1].npv_all, reverse=True)
    text = _("What each option is worth after costs over {years}, the most first. {options}")
    each = _("{name}: {worth}, and {cash} in cash alone.")
    return text.format(
        years=said_years(figures),
        options=" ".join(
            each.format(
                name=name,
                worth=amounts.pounds(option.npv_all),
                cash=amounts.pounds(option.npv_cash),
            )
            for name, option in ranked
        ),
    )


def _staff_note(figures: Figures) -> Iterator[str]:
    if figures.extra_staff_hours_per_year:
        yield _(
            "An hour of extra staff is counted as worth what it is paid, so extra staff can never"
            " come out ahead of carrying on as now. Compare them by their hours and by the cost of"
            " an hour."
        )


def _in_words(said: Said, moving: Block) -> Iterator[Block]:
    def told(title: str, *topics: str) -> Block:
        found = sentences.headlines(said.facts, said.contents, topics)
        return Block(title, points=tuple(dict.fromkeys(found)))

    yield told(_("What it gives back"), "hours", "first_year", "price_of_hour", "staff", "posts")
    yield moving
    yield told(_("How far it could fall"), "worth", "must_be_true", "fall")
    yield told(_("What else would help"), "better", "waiting")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
