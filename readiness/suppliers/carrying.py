"""What the costs of a case become when a supplier's prices take the place of some of them."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from readiness.business_case import round_half_up
from readiness.cases import sums
from readiness.cases.amounts import listed, percent, whole_pounds
from readiness.cases.answers import Answers
from readiness.cases.facts import decimal
from readiness.cases.stages import STEPS
from readiness.cases.steps.costs import Cost
from readiness.cases.steps.step import Kept

COSTS = STEPS["costs"]


@dataclass(frozen=True)
class Carried:
    """The costs before and after. `stay` are the places of those that stay, counted from 0."""

    answers: Answers
    prices: Sequence[Kept]
    stay: Collection[int]

    @property
    def before(self) -> list[Kept]:
        """The costs as they are."""
        return self.answers.kept.get("costs", {}).get("rows", [])

    @property
    def kept(self) -> Kept:
        """The costs as they would be: those that stay, then each price as a quoted cost."""
        stays = [row for n, row in enumerate(self.before) if n in self.stay]
        return {"rows": [*stays, *map(quoted, self.prices)]}

    @property
    def changes_nothing(self) -> bool:
        """Whether the costs are these already."""
        return self.kept["rows"] == self.before and "costs" not in self.answers.later

    @property
    def seen(self) -> str:
        """One hash of what is shown, so that nothing else is put in by the press."""
        shown = [self.answers.version("costs"), self.before, self.kept]
        return hashlib.sha256(json.dumps(shown, sort_keys=True).encode()).hexdigest()

    @property
    def fault(self) -> str:
        """What keeps these costs from being put in; empty where nothing does."""
        if len(self.kept["rows"]) > COSTS.max_num:
            text = _("That makes {n} costs, and {most} fit. Take out the tick of some.")
            return text.format(n=len(self.kept["rows"]), most=COSTS.max_num)
        if not COSTS.holds(self.kept):
            return _(
                "One of the costs that stay is not finished. Finish it under “Costs”, or take out its tick."
            )
        return ""


def quoted(price: Kept) -> Kept:
    """A price as a cost of the case."""
    return {**price, "in_year": price.get("in_year", 0), "confidence": "quoted"}


def likely_to_stay(costs: Sequence[Kept], prices: Sequence[Kept]) -> list[int]:
    """The places of the costs of a kind that the supplier has no price of: it is only a start."""
    kinds = {row["category"] for row in prices}
    own = [quoted(price) for price in prices]
    return [n for n, row in enumerate(costs) if row.get("category") not in kinds and row not in own]


def in_words(row: Mapping[str, object]) -> str:
    """What is paid, and how sure that is: “£4,200 once, £600 a year. Quoted”."""
    fields = Cost.base_fields
    once, year = fields["one_off"].read(row.get("one_off")), row.get("in_year")
    paid = []
    if once:
        paid.append(
            _("{amount} once, in year {n}").format(amount=once, n=year)
            if year
            else _("{amount} once").format(amount=once)
        )
    if row.get("per_year") is not None:
        paid.append(fields["per_year"].read(row.get("per_year")))
    told = [fields["category"].read(row.get("category")), ", ".join(paid)]
    return ". ".join(filter(None, [*told, fields["confidence"].read(row.get("confidence"))]))


def figures_become(carried: Carried, today: date) -> Iterator[str]:
    """What the figures are now, and what they would be."""
    facts = carried.answers.facts(today)
    then = carried.answers.with_kept("costs", carried.kept).facts(today)
    if then.figures is None:
        missing = sums.missing_for_figures(then.answers, then.later)
        named = listed([f"“{STEPS[step].page.name}”" for step in missing])
        text = _(
            "What the whole would cost cannot be worked out yet. Still to be answered: {steps}."
        )
        yield text.format(steps=named)
        return
    named_figures = (
        ("whole_life_cost", _("Cost over all the years")),
        ("first_year_cost", _("Cost in the first year")),
    )
    for name, said in named_figures:
        before = getattr(facts.figures, name) if facts.figures else None
        yield _moved(said, before, getattr(then.figures, name))
    budget = facts.number("cost-assumptions", "budget")
    if budget is not None:
        yield _("Your budget for the first year is {budget}.").format(budget=whole_pounds(budget))


def _moved(said: str, before: Decimal | None, then: Decimal) -> str:
    """In whole pounds, and so is what lies between them: whoever takes one from the other gets it."""
    if before is None:
        return _("{what}: {then}.").format(what=said, then=whole_pounds(then))
    apart = round_half_up(then, 0) - round_half_up(before, 0)
    if not apart:
        return _("{what}: {then}, as now.").format(what=said, then=whole_pounds(then))
    text = _("{what}: {before} now, {then} then. That is {apart} more.")
    if apart < 0:
        text = _("{what}: {before} now, {then} then. That is {apart} less.")
    return text.format(
        what=said,
        before=whole_pounds(before),
        then=whole_pounds(then),
        apart=whole_pounds(abs(apart)),
    )


def on_contingency(carried: Carried) -> str:
    """Where the allowance for what is not known yet is other than these costs suggest."""
    after = carried.answers.with_kept("costs", carried.kept).kept
    held = decimal(after.get("cost-assumptions", {}).get("contingency_percent"))
    made = decimal(STEPS["cost-assumptions"].defaults(after).get("contingency_percent"))
    if held is None or made is None or held == made:
        return ""
    text = _(
        "You add {held} for what you do not know yet. With costs as sure as these we suggest {made}. It stays at {held} until you change it."
    )
    return text.format(held=percent(held), made=percent(made))
