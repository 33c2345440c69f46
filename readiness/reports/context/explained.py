"""The appendices that are the same in every paper: how figures are worked out, and our words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from readiness.reports.context.parts import Block, Line, Section, section


def method(undrawn: Sequence[str]) -> Section:
    """How the figures are worked out; and the letters that no font of ours has, if any."""
    points = (
        _(
            "Everything is in today’s prices: no inflation is added. Year 0 is the day of buying;"
            " the years after it are the years looked at."
        ),
        _(
            "An hour of staff time costs its pay with on-costs. Minutes saved become hours by the"
            " number of shifts in a year, and in the first year only the part that was given."
        ),
        _(
            "Time to learn counts as cost, as the shift has to be covered. New starters learn it"
            " too, each year."
        ),
        _(
            "Contingency is added to every cost of the technology. The less sure the prices are,"
            " the more is held back."
        ),
        _(
            "Cash is what leaves or enters the bank. Time given back is shown apart: it is worth"
            " something to people, but pays no invoice."
        ),
        _(
            "Worth, after costs, is what comes back less what it costs, both at present value: each"
            " year ahead counts for less by the discount rate."
        ),
        _(
            "Payback is the first month from which the running total is never again below nought"
            " within the years looked at."
        ),
        _(
            "The four options are compared over the same years. Carrying on as now bears the cost"
            " of waiting; so do doing it better and extra staff, since neither would end it."
        ),
        _(
            "The verdict follows rules that are the same for everyone. Not this, or not now: the"
            " technology is worth no more than carrying on as now even at its best, or doing it"
            " better does as well. Get ready first: on likely figures it is no better than now, it"
            " is over budget, a side of readiness is not good enough, people who draw on care were"
            " not asked, somebody at risk has no other way, no time to learn is counted, or there is"
            " no starting figure. Go ahead: none of these."
        ),
        _(
            "A board can decide otherwise: money is not everything, and some outcomes have no"
            " price."
        ),
        _(
            "The discount rate, the allowance for optimism and the comparison with carrying on as"
            " now follow HM Treasury’s Green Book."
        ),
    )
    block = Block(points=points, after=undrawn_note(undrawn))
    return section("method", _("Appendix D: How the figures are worked out"), [block])


def undrawn_note(undrawn: Sequence[str]) -> tuple[str, ...]:
    """What stands in place of letters that we cannot print; nothing where we can print all."""
    if not undrawn:
        return ()
    note = _("Our fonts do not have these characters, which are shown as □: {letters}.")
    return (note.format(letters=", ".join(undrawn)),)


def words() -> Section:
    """What our words mean, from A to Z."""
    meanings = (
        (
            _("Break-even"),
            _("The point at which what comes back just covers what it costs."),
        ),
        (
            _("Cash and time"),
            _(
                "Cash is money that really stays in or comes into the bank. Time is hours given"
                " back to staff, at what they are paid."
            ),
        ),
        (
            _("Contingency"),
            _("Money held back for surprises."),
        ),
        (
            _("Cost of waiting"),
            _("What it costs each year to leave things as they are, and the technology would end."),
        ),
        (
            _("Likely, low and high"),
            _(
                "What is expected, what it would be if things go less well, and if they go very"
                " well."
            ),
        ),
        (
            _("On-costs"),
            _("What an employer pays on top of wages, such as National Insurance and pension."),
        ),
        (
            _("Outcome"),
            _("Something that gets better for somebody, and can be noticed."),
        ),
        (
            _("Payback"),
            _("How long it takes until more has come back than was spent."),
        ),
        (
            _("Present value"),
            _("What an amount in a later year is worth today."),
        ),
        (
            _("Starting figure"),
            _("What is measured before anything changes, also called a baseline."),
        ),
        (
            _("Whole-life cost"),
            _("All that is spent over the years looked at, with learning and contingency."),
        ),
        (
            _("Worth, after costs"),
            _(
                "What comes back less what it costs, at present value. Below nought, it costs more"
                " than it gives."
            ),
        ),
    )
    lines = tuple(Line(word, (meaning,)) for word, meaning in meanings)
    return section("words", _("Appendix E: The words we use"), [Block(lines=lines)], close=True)
