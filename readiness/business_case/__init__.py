"""The sums of a business case: plain values in, plain values out; £, in today's prices."""

from .figures import Figures, Why
from .inputs import Alternatives, Assumptions, Cost, Inputs, Saving, Spread, Time
from .money import plain, round_half_up
from .options import Option
from .prices import first_year_price, price_over, prices_after, prices_by_year
from .printing import as_json
from .realised import Promised, as_found, promised_by, with_minutes
from .what_moves import Move, Worth, what_moves, worth
from .working_out import work_out
from .years import Year

__all__ = [
    "Alternatives",
    "Assumptions",
    "Cost",
    "Figures",
    "Inputs",
    "Move",
    "Option",
    "Promised",
    "Saving",
    "Spread",
    "Time",
    "Why",
    "Worth",
    "Year",
    "as_found",
    "as_json",
    "first_year_price",
    "plain",
    "price_over",
    "prices_after",
    "prices_by_year",
    "promised_by",
    "round_half_up",
    "what_moves",
    "with_minutes",
    "work_out",
    "worth",
]
