"""Sending a case: what was answered, how it was asked and what it came to, frozen and numbered."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from readiness.accounts.models import User
from readiness.business_case import as_json
from readiness.cases import check_codes, checks, counting, reading, sums
from readiness.cases.answers import Answers
from readiness.cases.case_file import SCHEMA
from readiness.cases.facts import Facts
from readiness.cases.models import Case, Edition, Version
from readiness.cases.steps.step import Kept
from readiness.cases.verdict import verdict
from readiness.catalogue import kept
from readiness.catalogue.contents import Contents


class NotComplete(Exception):
    """The case cannot be sent: steps of stages 1 or 2 are not complete."""


def send(case: Case, *, by: str, at: datetime, contents: Contents) -> Version:
    """Freeze the next version; the newest one again, where nothing changed since it was sent.

    Raises NotComplete.
    """
    with transaction.atomic():
        # Not against what only points at the case: a move that mails its owner would wait for this,
        # and this for the move.
        Case.objects.select_for_update(no_key=True).get(pk=case.pk)
        answers = Answers.of(case)
        if answers.unfinished:
            raise NotComplete
        newest = newest_of(case)
        if newest and _says(newest, answers):
            return newest
        kept.keep(contents)
        case.versions.filter(is_newest=True).update(is_newest=False)
        version = case.versions.create(
            number=newest.number + 1 if newest else 1,
            sent_at=at,
            sent_by=by,
            reviewer=_goes_on_with(newest),
            **_body(answers, at=at, contents=contents),
        )
        check_codes.make_edition(version, Edition.Kind.SENT, at=at)
        counting.count(version)
        return version


def newest_of(case: Case) -> Version | None:
    """The version that was sent last."""
    return case.versions.filter(is_newest=True).defer("snapshot").first()


def _goes_on_with(before: Version | None) -> User | None:
    """Who had the version before in hand has the next one too, while it waits."""
    unfinished = before and before.status in {Version.Status.IN_REVIEW, Version.Status.CHANGES}
    reviewer = before.reviewer if before and unfinished else None
    return reviewer if reviewer and reviewer.is_active else None


def still_to_change(version: Version | None, answers: Answers) -> set[str]:
    """The steps where changes were asked for, and that still stand as they were sent."""
    if version is None or not version.asked_steps:
        return set()
    sent, now = version.snapshot["answers"], answers.to_send
    return {step for step in version.steps_to_change if sent.get(step) == now.get(step)}


def is_overtaken(version: Version) -> bool:
    """Whether the case no longer says what this version of it said.

    Where nothing was saved since, which one small query tells, the answers need not be read.
    """
    heard_at = version.case.heard_at
    heard_since = heard_at is not None and heard_at >= version.sent_at
    saved_since = version.case.answers.filter(changed_at__gte=version.sent_at)
    if not heard_since and not saved_since.exists():
        return False
    return not _says(version, Answers.of(version.case))


def _says(version: Version, answers: Answers) -> bool:
    """Whether a version says what is answered and was heard now."""
    sent = version.snapshot
    return bool(sent["answers"] == answers.to_send and sent.get("heard") == answers.heard)


def facts_of(version: Version) -> Facts:
    """A version as plain values, on the day it was sent and in the words of that day."""
    answers = version.snapshot["answers"]
    read = version.snapshot.get("read") or _read(answers, contents_of(version))
    return Facts(
        answers=answers,
        figures=sums.figures(answers),
        read={step: reading.thawed(parts) for step, parts in read.items()},
        heard=version.snapshot.get("heard"),
        today=timezone.localdate(version.sent_at),
    )


def contents_of(version: Version) -> Contents:
    """The content as it was when the version was sent."""
    return kept.contents_of(version.snapshot["content_version"])


def frozen(answers: Answers, *, at: datetime, contents: Contents) -> dict:
    """A version's body: answers, wording, content version, figures and verdict, as JSON.

    `read` holds each answer in words: choices and levels too may be called otherwise one day.
    """
    facts = answers.facts(timezone.localdate(at))
    found = verdict(facts, contents)
    return {
        "schema": SCHEMA,
        "answers": answers.to_send,
        "heard": answers.heard,
        "read": _read(answers.to_send, contents),
        "wording": {step: reading.wording(step, contents) for step in answers.to_send},
        "content_version": contents.version,
        "figures": as_json(facts.figures) if facts.figures else None,
        "verdict": found.slug,
    }


def _read(answers: Mapping[str, Kept], contents: Contents) -> dict[str, list]:
    return {
        step: reading.frozen(reading.parts(step, given, contents))
        for step, given in answers.items()
    }


def _body(answers: Answers, *, at: datetime, contents: Contents) -> dict[str, Any]:
    """The snapshot, and what of it the list of the review desk sorts and filters by."""
    snapshot = frozen(answers, at=at, contents=contents)
    found = checks.findings(answers.facts(timezone.localdate(at)), contents)
    organisation = snapshot["answers"]["organisation"]
    return {
        "snapshot": snapshot,
        "organisation": organisation["name"],
        "nation": organisation["nation"],
        "services": f",{','.join(organisation['services'])},",
        "avenues": f",{','.join(snapshot['answers']['avenues']['chosen'])},",
        "verdict": snapshot["verdict"],
        "warnings": sum(each.severity in {"stop", "warn"} for each in found),
    }
