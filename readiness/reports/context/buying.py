"""Buying: what it must do, how safe it is known to be, how it is bought and who advised."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from readiness.reports.context.parts import Block, Column, Line, Section, Table, section, table
from readiness.reports.context.said import Said, not_begun

STEPS = ("requirements", "assurance", "buying")
PRIORITIES = ("must", "should", "could")
# What is asked about safety, in the order in which it stands on the step's page.
ASSURED = (
    *("dpia", "data_security", "clinical_safety", "accessibility"),
    *("offline", "open_standards", "data_export", "exit_plan"),
)


def buying(said: Said) -> Section:
    """The section, from the third stage; the most that would be paid is not told here."""
    blocks = [
        Block(_("What it must do"), table=requirements(said)),
        Block(_("Safe to use"), lines=assured(said), after=said.paragraphs("assurance", "notes")),
        Block(
            _("How it is bought"),
            lines=said.lines("buying", "route", "decision_maker", "decide_by"),
        ),
        Block(
            _("Independence of advice"),
            paragraphs=tuple(_independence(said)),
            lines=said.lines("buying", "advice_from", "supplier_contact"),
        ),
    ]
    return section("buying", _("Buying"), blocks, not_begun(said.facts, STEPS))


def requirements(said: Said) -> Table | None:
    """What it must do, musts first, each with the outcome that it serves."""
    columns = [Column(_("Requirement")), Column(_("How much it matters")), Column(_("Serves"))]
    outcomes = [row.get("outcome", "") for row in said.rows("outcomes")]
    both = zip(said.facts.rows("requirements"), said.rows("requirements"), strict=True)
    ranked = sorted(both, key=lambda pair: PRIORITIES.index(pair[0]["priority"]))
    rows = [
        [read["requirement"], read["priority"], served(given.get("outcome"), outcomes)]
        for given, read in ranked
    ]
    return table("", columns, rows)


def served(number: int | None, outcomes: list[str]) -> str:
    """The outcome of this number, by its words."""
    return outcomes[number - 1] if number and number <= len(outcomes) else _("not said")


def assured(said: Said) -> tuple[Line, ...]:
    """Each assurance with how far it is dealt with."""
    return said.lines("assurance", *ASSURED)


def _independence(said: Said) -> Iterator[str]:
    if not said.facts.answered("buying"):
        return
    advice = set(said.facts.many("buying", "advice_from"))
    if advice == {"suppliers"}:
        yield _("All advice so far came from people with something to sell.")
    elif "suppliers" not in advice:
        yield _("No advice came from anybody with something to sell.")
    else:
        yield _("Some advice came from people with something to sell, and some did not.")
