"""The four stages and their steps, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from readiness.cases.steps import (
    alternatives,
    anxieties,
    avenues,
    costs,
    market,
    need,
    people,
    risks,
    roll_out,
    savings,
    time,
    who,
    worries,
)
from readiness.cases.steps import readiness as ready
from readiness.cases.steps.step import Kept

# A subclass of Step or of RowsStep; mypy cannot follow the metaclasses of forms to it.
AnyStep = Any


@dataclass(frozen=True)
class Sequel:
    """What a stage leads on to, outside the wizard, once one of ``after`` is begun: the address's
    name, what its link says, and what stands before it."""

    address: str
    lead: Any
    name: Any
    after: tuple[str, ...]


@dataclass(frozen=True)
class Stage:
    """A stage of the journey; without steps it is one that is coming next.

    `paper` names the address of its document, once there is one.
    """

    slug: str
    name: Any
    question: Any
    document: Any
    steps: tuple[AnyStep, ...] = ()
    paper: str = ""
    sequel: Sequel | None = None


STAGES = (
    Stage(
        "questions",
        _("Ask the right questions"),
        _("What exactly is the need?"),
        _("Statement of need"),
        (
            who.AboutYou,
            who.Organisation,
            need.Need,
            need.NeedEvidence,
            need.Outcomes,
            people.Control,
            people.Inclusion,
            people.Involvement,
        ),
        paper="statement-of-need",
    ),
    Stage(
        "case",
        _("Make the business case"),
        _("Is it worth it, against the other things we could do?"),
        _("Business case"),
        (
            avenues.Avenues,
            time.Time,
            costs.Costs,
            costs.CostAssumptions,
            savings.Savings,
            alternatives.Alternatives,
            anxieties.Anxieties,
            worries.ImproveProductivity,
            worries.FreeUpTime,
            worries.ReplacePeople,
            worries.CostMuch,
            worries.DoingItYourself,
            worries.FutureProof,
            worries.RigidProjectManagement,
            worries.TwoMembersOfStaff,
            ready.Purpose,
            ready.WholeOrganisation,
            ready.PeopleAndControl,
            ready.Inclusion,
            ready.SkillsAndWaysOfWorking,
            ready.Foundations,
            ready.Information,
            ready.MoneyAndMarket,
            ready.ChangeAndLearning,
            risks.Risks,
        ),
        paper="business-case",
    ),
    Stage(
        "market",
        _("Approach the market"),
        _("What do we ask suppliers, and how do we judge?"),
        _("Supplier brief"),
        (market.Requirements, market.Assurance, market.Buying),
        paper="supplier-brief",
        sequel=Sequel(
            "suppliers",
            _("When suppliers have answered:"),
            _("Compare suppliers"),
            ("requirements", "assurance"),
        ),
    ),
    Stage(
        "roll-out",
        _("Roll out"),
        _("Who does what, and how will we know?"),
        _("Roll-out plan"),
        (roll_out.PeopleChange, roll_out.Plan, roll_out.Milestones, roll_out.Tracking),
        paper="roll-out-on-one-page",
    ),
)

STEPS: dict[str, AnyStep] = {step.page.slug: step for stage in STAGES for step in stage.steps}
# The steps without which a case cannot be sent: those of the first two stages.
TO_SEND = frozenset(step.page.slug for stage in STAGES[:2] for step in stage.steps)
# Those that can wait until the board has agreed.
AFTER_SENDING = frozenset(STEPS) - TO_SEND
STAGE_OF = {step.page.slug: stage for stage in STAGES for step in stage.steps}

# Steps whose answers decide which other steps are asked.
ROUTING = ("anxieties",)


def path(answers: Mapping[str, Kept]) -> list[str]:
    """The slugs of the steps that apply to these answers, in order."""
    return [slug for slug, step in STEPS.items() if step.applies(answers)]
