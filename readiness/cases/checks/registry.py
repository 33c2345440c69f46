"""Which condition belongs to which check."""

from collections.abc import Callable, Sequence

from readiness.cases.facts import Facts, Row

Condition = Callable[[Facts], bool | Sequence[str]]

CONDITIONS: dict[str, Condition] = {}


def check[C: Condition](slug: str) -> Callable[[C], C]:
    """Register the condition of a check.

    It answers whether the check applies, or which are in question: the slugs of steps for a check
    on anxieties or on readiness, what people wrote (the name of a cost, a saving) for rows. An
    empty sequence means that all is well.
    """

    def register(condition: C) -> C:
        if slug in CONDITIONS:
            raise ValueError(f"Two conditions for the check {slug}")
        CONDITIONS[slug] = condition
        return condition

    return register


def applies(slug: str, facts: Facts) -> bool:
    """Whether a check finds anything."""
    return bool(CONDITIONS[slug](facts))


def named(row: Row) -> str:
    """What a person called a cost, a saving, an outcome or a risk; a row half filled in has none."""
    return str(row.get("label") or row.get("outcome") or row.get("risk") or "")
