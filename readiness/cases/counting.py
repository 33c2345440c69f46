"""What is counted of a version when it is sent: for the insights, which open no version."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from readiness.cases.models import Case, Counted, Version
from readiness.cases.steps.step import Kept

Kind = Counted.Kind
STRONG = 2  # from this level on a worry gets an answer of its own


def count(version: Version) -> None:
    """Put what this version says in place of what was counted of its case before."""
    alike: dict[str, Any] = {
        "case_id": version.case_id,
        "nation": version.nation,
        "month": month_of(timezone.localdate(version.sent_at)),
        "organisation": key_of(version.organisation, version.nation),
    }
    realised = Case.objects.values_list("realised", flat=True).get(pk=version.case_id)
    said = dict.fromkeys(says(version.snapshot["answers"], version.verdict, realised))
    with transaction.atomic():
        Counted.objects.filter(case=version.case_id).delete()
        Counted.objects.bulk_create(
            Counted(kind=kind, slug=slug, service=service, **alike) for kind, slug, service in said
        )


def says(
    answers: Mapping[str, Kept], verdict: str, realised: Mapping[str, str] | None = None
) -> Iterator[tuple[str, str, str]]:
    """The kind and slug of each thing that these answers, in the form of a case file, say: once for
    the whole case, whose service is "", and once for each of its services. `realised` is what the
    newest benefits review found, the slug by its kind."""
    services = answers.get("organisation", {}).get("services") or ()
    for kind, slug in (*_things(answers, verdict), *(realised or {}).items()):
        yield from ((kind, slug, service) for service in ("", *services))


def _things(answers: Mapping[str, Kept], verdict: str) -> Iterator[tuple[str, str]]:
    yield Kind.SENT, ""
    yield Kind.VERDICT, verdict
    for kind, step, name in (
        (Kind.NEED, "need", "affected"),
        (Kind.AVENUE, "avenues", "chosen"),
    ):
        yield from ((kind, slug) for slug in answers.get(step, {}).get(name) or ())
    for worry, level in answers.get("anxieties", {}).items():
        if isinstance(level, int) and level >= STRONG:
            yield Kind.WORRY, worry
    for step, kept in answers.items():
        if step.startswith("readiness-") and kept.get("good_enough") == "no":
            yield Kind.GAP, step.removeprefix("readiness-")


def month_of(day) -> int:
    """The month of a day as one number: 24,311 is December 2025."""
    return day.year * 12 + day.month - 1


def key_of(organisation: str, nation: str) -> int:
    """A number for an organisation, whatever the case and the spaces of its name."""
    name = " ".join(organisation.casefold().split())
    digest = hashlib.sha256(f"{name}\n{nation}".encode()).digest()
    return int.from_bytes(digest[:8], signed=True)
