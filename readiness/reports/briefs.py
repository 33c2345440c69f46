"""The supplier brief of a case: what it is made of, and whether it may go to suppliers as it is."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from readiness.cases.answers import Answers
from readiness.cases.facts import Facts
from readiness.cases.models import Case
from readiness.cases.stages import STEPS
from readiness.catalogue.contents import Contents, contents
from readiness.reports.begun import need_a_step
from readiness.reports.context.brief import ALLOWED, BriefEdition, allowed, supplier_brief
from readiness.reports.documents import Material
from readiness.reports.models import SupplierBrief

REPLY_BY, OURS = "reply-by", "ours"  # parts of a brief that are no step


@dataclass(frozen=True)
class Brief:
    """A case's brief on one day. `row` is what was settled; it is not stored until something is.

    `facts` are only those that suppliers may learn; `everything` is for the page of its owner.
    """

    row: SupplierBrief
    facts: Facts
    everything: Facts
    contents: Contents

    @property
    def now(self) -> dict[str, str]:
        """A hash of each part of what suppliers would read now."""
        return digest(self.facts, self.contents, self.row.reply_by)

    @property
    def changed(self) -> list[str]:
        """The parts that changed since somebody said that it is ready; none where nobody has."""
        if not self.row.ready_at:
            return []
        now, seen = self.now, self.row.seen
        return [part for part in {**now, **seen} if now.get(part) != seen.get(part)]

    @property
    def ready(self) -> bool:
        """Whether it may go to suppliers as it is."""
        return bool(self.row.ready_at) and not self.changed

    @property
    def as_seen(self) -> str:
        """One hash of what suppliers would read now, but for the day: the page asks for that."""
        return _hashed({part: each for part, each in self.now.items() if part != REPLY_BY})

    @property
    def material(self) -> Material:
        """What its papers are made of: nothing that a supplier may not learn."""
        ready_on = timezone.localdate(self.row.ready_at) if self.row.ready_at else None
        edition = BriefEdition(
            self.row.case.reference,
            ready_on if self.ready and ready_on else self.facts.today,
            reply_by=self.row.reply_by,
            ready=self.ready,
        )
        return Material(self.facts, self.contents, edition)


def of(case: Case, today: date) -> Brief:
    """The brief of a case. Raises NotBegun while no step of stage 3 is answered."""
    facts = Answers.of(case).facts(today)
    need_a_step(facts, "market")
    row = SupplierBrief.objects.filter(case=case).first() or SupplierBrief()
    row.case = case
    return Brief(row, allowed(facts), facts, contents())


def material(case: Case, today: date) -> Material:
    """What the papers of a case's brief are made of. Raises NotBegun."""
    return of(case, today).material


def digest(facts: Facts, given: Contents, reply_by: date | None) -> dict[str, str]:
    """A hash of each part of a brief: of each step's allowed answers, the day, and our own words."""
    steps = dict.fromkeys(step for step, _name in ALLOWED)
    parts: dict[str, Any] = {step: facts.answers.get(step) for step in steps}
    parts[REPLY_BY] = reply_by.isoformat() if reply_by else None
    printed = supplier_brief(_without_texts(facts), contents=given, edition=_undated(facts))
    parts[OURS] = repr(printed.sections)
    return {part: _hashed(value) for part, value in parts.items()}


def _without_texts(facts: Facts) -> Facts:
    """Only what decides which of our own words are printed."""
    nation = {"nation": facts.get("organisation", "nation")}
    avenues = {"chosen": list(facts.many("avenues", "chosen"))}
    return replace(facts, answers={"organisation": nation, "avenues": avenues})


def _undated(facts: Facts) -> BriefEdition:
    return BriefEdition("", facts.today)


def _hashed(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def name_of(part: str) -> str:
    """What a part of a brief is called in a sentence."""
    if part == REPLY_BY:
        return _("the day for replies")
    if part == OURS:
        return _("our own words in it")
    return _("“{step}”").format(step=STEPS[part].page.name)


def settle(
    brief: Brief, *, reply_by: date | None, ready: bool, by: str, at: datetime
) -> SupplierBrief:
    """Keep the day for replies, and whether the brief may go as it was seen: as `brief` holds it."""
    values: Mapping[str, Any] = {
        "reply_by": reply_by,
        "ready_at": at if ready else None,
        "ready_by": by if ready else "",
        "seen": digest(brief.facts, brief.contents, reply_by) if ready else {},
    }
    row, _new = SupplierBrief.objects.update_or_create(case=brief.row.case, defaults=values)
    return row
