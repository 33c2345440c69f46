"""Charts as finished values: every place and every word worked out, so that a template only draws."""

from .cost_and_benefit import cost_and_benefit
from .drawing import Chart
from .options_beside import options_beside
from .promised_and_found import Level, promised_and_found
from .readiness import Side, readiness
from .timeline import Moment, timeline
from .what_moves import what_moves

__all__ = [
    "Chart",
    "Level",
    "Moment",
    "Side",
    "cost_and_benefit",
    "options_beside",
    "promised_and_found",
    "readiness",
    "timeline",
    "what_moves",
]
