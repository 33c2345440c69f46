"""What a review comes to, in sentences; and what it cannot say yet, with the reason."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.benefits.beside import pairs
from readiness.benefits.found import Found, Reached
from readiness.benefits.promises import Promise
from readiness.cases import amounts, sums
from readiness.cases.amounts import whole_pounds
from readiness.cases.stages import STEPS


def findings(promise: Promise, found: Found) -> list[str]:
    """What was found of the outcomes, the time, the money and the worth, in this order."""
    said = [_outcomes(found), _minutes(promise, found), _money(promise, found)]
    return [text for text in (*said, *_worth(promise, found)) if text]


def measured_by(promise: Promise) -> str:
    """Which promise it is, in a sentence."""
    day = date_format(promise.on, "j F Y")
    if promise.version is None:
        return _(
            "The case was not sent by {day}, so this is held beside its answers of that day."
        ).format(day=day)
    if promise.agreed:
        return _(
            "This is held beside version {n}, which was sent on {day} and which the board agreed."
        ).format(n=promise.version, day=day)
    return _("This is held beside version {n}, which was sent on {day}.").format(
        n=promise.version, day=day
    )


def _outcomes(found: Found) -> str:
    """“1 of 2 outcomes is reached, 1 partly.”"""
    if len(found.outcomes) < 2:
        return "".join(str(_ONE_OUTCOME[slug]()) for slug, _actual in found.outcomes)
    counted = Counter(slug for slug, _actual in found.outcomes)
    words = {
        Reached.PARTLY: _("{n} partly"),
        Reached.NOT: _("{n} not"),
        Reached.UNSAID: _("{n} cannot be said yet"),
    }
    more = [text.format(n=counted[slug]) for slug, text in words.items() if counted[slug]]
    first = _how_many_reached(counted[Reached.REACHED], len(found.outcomes))
    return f"{', '.join([first, *more])}."


def _how_many_reached(count: int, total: int) -> str:
    if count == total:
        return _("All {total} outcomes are reached").format(total=total)
    if not count:
        return _("No outcome of {total} is reached").format(total=total)
    return ngettext(
        "{n} of {total} outcomes is reached", "{n} of {total} outcomes are reached", count
    ).format(n=count, total=total)


_ONE_OUTCOME = {
    Reached.REACHED.value: lambda: _("The outcome is reached."),
    Reached.PARTLY.value: lambda: _("The outcome is partly reached."),
    Reached.NOT.value: lambda: _("The outcome is not reached."),
    Reached.UNSAID.value: lambda: _("Whether the outcome is reached cannot be said yet."),
}


def _minutes(promise: Promise, found: Found) -> str:
    if found.minutes is None or promise.inputs is None:
        return ""
    expected = promise.inputs.time.minutes_saved
    lost = found.minutes < 0
    first = (
        _("It takes {minutes} longer in a shift.") if lost else _("It saves {minutes} in a shift.")
    )
    range_ = _("The case expected {likely}, and between {low} and {high}.")
    if expected.low == expected.high:
        range_ = _("The case expected {likely}.")
    return " ".join(
        (
            first.format(minutes=amounts.minutes(Decimal(abs(found.minutes)))),
            range_.format(
                **{
                    name: amounts.number(Decimal(getattr(expected, name)))
                    for name in ("likely", "low", "high")
                }
            ),
        )
    )


def _money(promise: Promise, found: Found) -> str:
    """All that was paid, or the part of it that is known, beside what was promised for it."""
    by_slug = {each.slug: each for each in pairs(promise, found)}
    words = {
        "paid": _("{actual} was paid in the first {months}. The case expected {promised}."),
        "paid_once": _("{actual} was paid once. The case expected {promised}."),
        "paid_running": _(
            "{actual} was paid for running it in the first {months}. The case expected {promised}."
        ),
    }
    for slug, text in words.items():
        pair = by_slug.get(slug)
        if pair and pair.actual is not None:
            return text.format(
                actual=pair.actual_text, promised=pair.promised_text, months=found.after
            )
    return ""


def _worth(promise: Promise, found: Found) -> Iterator[str]:
    """What these minutes make of the whole, and whether another way would then be worth more."""
    again = promise.with_minutes(found.minutes)
    if again is None or promise.figures is None or promise.inputs is None:
        return
    worth = again.npv_all.likely
    words = (
        _(
            "With these minutes, and all else as expected, it is worth {worth} more than it costs over {years}."
        )
        if worth >= 0
        else _(
            "With these minutes, and all else as expected, it costs {worth} more than it is worth over {years}."
        )
    )
    years = amounts.years(promise.inputs.assumptions.years)
    expected = _("The case expected {worth}.").format(
        worth=whole_pounds(promise.figures.npv_all.likely)
    )
    yield f"{words.format(worth=whole_pounds(abs(worth)), years=years)} {expected}"
    better, now = again.options["better"].npv_all, again.options["as_now"].npv_all
    if now < better >= worth:
        yield _(
            "Doing it better without new technology was reckoned at {better} on the same terms. That is a reason to look again."
        ).format(better=whole_pounds(better))


def gaps(promise: Promise, found: Found | None = None) -> list[str]:
    """What cannot be held side by side, each with its reason; of what was found, if it is there."""
    said = list(_not_promised(promise))
    if found and promise.inputs:
        said += _not_found(found)
    return said


def _not_promised(promise: Promise) -> Iterator[str]:
    if not promise.outcomes:
        yield _("The case named no outcomes, so there is nothing to have reached.")
    missing = sums.missing_for_figures(promise.answers)
    if missing:
        steps = amounts.listed([f"“{STEPS[step].page.name}”" for step in missing])
        yield _(
            "The case had no figures, so time and money have nothing to be held beside. Not answered then: {steps}."
        ).format(steps=steps)


def _not_found(found: Found) -> Iterator[str]:
    if found.minutes is None:
        yield why_not("minutes_saved", found)
    if found.paid is None:
        yield why_not("paid", found)


def why_not(slug: str, found: Found) -> str:
    """Why one of the pairs, by its slug, has nothing that was found, in a sentence."""
    if not slug.startswith("paid"):
        return _("Nobody has counted the minutes yet, so hours and worth cannot be said.")
    if found.paid_once is None and found.paid_running is None:
        return _("What was paid is not said, so costs cannot be held side by side.")
    if found.paid_once is None:
        return _("What was paid once is not said, so all costs together cannot be said.")
    return _("What was paid for running it is not said, so all costs together cannot be said.")


def how(promise: Promise) -> list[str]:
    """How the promised figures were worked out, in sentences."""
    if promise.inputs is None:
        return []
    first_year = promise.inputs.time.first_year_percent
    margin = promise.inputs.assumptions.contingency_percent
    return [
        _(
            "Promised costs hold the time to learn and a margin of {margin} for what nobody foresaw. Running costs and hours are spread evenly over the year."
        ).format(margin=amounts.percent(margin)),
        _(
            "Hours are counted for the shifts that the case named, and in the first year for {share} of them, as it assumed. The worth found is with the minutes found and the costs promised. All amounts are in today’s prices."
        ).format(share=amounts.percent(first_year)),
    ]
