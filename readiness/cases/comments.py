"""What consultants say of answers: written at the review desk, read beside the answer."""

from datetime import datetime

from django.db import transaction

from readiness.accounts.models import User
from readiness.cases.models import Case, Comment, Version


def add(
    version: Version, *, step: str, place: str, label: str, words: str, by: User, at: datetime
) -> Comment:
    """Put a comment beside an answer (`place` is its anchor, `label` its question) or a whole step."""
    with transaction.atomic():
        Case.objects.filter(pk=version.case_id).update(commented_at=at)
        said = {"step": step, "place": place, "label": label, "words": words, "by": by, "at": at}
        return version.comments.create(case=version.case, **said)


def of_step(case: Case, step: str) -> list[Comment]:
    """What was said of a step and its answers, the first first."""
    if case.commented_at is None:
        return []
    return list(case.comments.filter(step=step).select_related("version"))


def steps_with(case: Case) -> set[str]:
    """The steps of which something was said."""
    if case.commented_at is None:
        return set()
    return set(case.comments.values_list("step", flat=True))
