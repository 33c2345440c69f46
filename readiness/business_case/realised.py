"""What was promised for the first months, and what the minutes that were found would make of it.

Within a year the promise runs evenly: half of a year's cost and hours belong to half of its months.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from .benefits import MONTHS, benefits_of_technology
from .costs import costs_of_technology
from .figures import Figures
from .inputs import Count, Inputs, Spread
from .money import NOUGHT, Flow, exactly
from .working_out import work_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """By the end of `months` from the start. £, with the time to learn and the margin; hours.

    `one_off` is paid at the start; `running` holds what is paid over the months, later one-offs too.
    """

    months: int
    one_off: Decimal
    running: Decimal
    hours: Spread[Decimal]

    @property
    def cost(self) -> Decimal:
        return self.one_off + self.running


def promised_by(months: int, inputs: Inputs) -> Promised:
    """What the case promised by then; months after its last year add nothing."""
    with exactly():
        at_the_start, *_later = cost = costs_of_technology(inputs).by_year
        return Promised(
            months=months,
            one_off=at_the_start,
            running=so_far(cost, months) - at_the_start,
            hours=benefits_of_technology(inputs).each(lambda each: so_far(each.hours, months)),
        )


def so_far(flow: Flow, months: int) -> Decimal:
    """What of a flow by year has come in by the end of so many months: year 0 is there at once."""
    at_once, *by_year = flow
    whole, rest = divmod(months, MONTHS)
    begun = sum((amount * rest / MONTHS for amount in by_year[whole : whole + 1]), NOUGHT)
    return at_once + sum(by_year[:whole], NOUGHT) + begun


def with_minutes(minutes: Count, inputs: Inputs) -> Inputs:
    """The same case with these minutes saved in each shift, low, likely and high alike."""
    alike = Spread(low=minutes, likely=minutes, high=minutes)
    return replace(inputs, time=replace(inputs.time, minutes_saved=alike))


def as_found(minutes: Count, inputs: Inputs) -> Figures:
    """Every figure of the case, had these minutes been expected: all else stays as it was promised."""
    return work_out(with_minutes(minutes, inputs))
