"""What is said of answers: by consultants at the review desk, and by the case's people to each other.

The latter is never shown at the desk or to readers. One thread belongs to each answer, and one to
each step as a whole; what is new in it is new for each access link apart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from readiness.accounts.models import User
from readiness.cases.access import Visit
from readiness.cases.models import Case, Comment, CommentsRead, Version

TWICE = timedelta(
    minutes=1
)  # the same words again within it are the second press of a double click


@dataclass(frozen=True)
class Said:
    """One comment as somebody reads it."""

    comment: Comment
    own: bool
    new: bool


@dataclass(frozen=True)
class Thread:
    """What was said of one answer; `label` is its question, "" for the whole step."""

    place: str
    label: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Glance:
    """How many comments are new in each step, and of which steps consultants said something."""

    new: Mapping[str, int] = field(default_factory=dict)
    consultants: frozenset[str] = frozenset()


def add(
    version: Version, *, step: str, place: str, label: str, words: str, by: User, at: datetime
) -> Comment:
    """A consultant's comment on an answer (`place` is its anchor, `label` its question) or a step."""
    said = {"step": step, "place": place, "label": label, "words": words, "at": at}
    return _kept(Comment(case=version.case, version=version, by=by, **said))


def say(visit: Visit, *, step: str, place: str, label: str, words: str, at: datetime) -> Comment:
    """A comment for those who may change the case; once, however often it is pressed."""
    said = {"step": step, "place": place, "words": words, "link": visit.link}
    before = visit.case.comments.filter(at__gt=at - TWICE, **said).first()
    who = {"said_by": visit.link.label or visit.link.get_via_display()}
    return before or _kept(Comment(case=visit.case, label=label, at=at, **said, **who))


def _kept(comment: Comment) -> Comment:
    with transaction.atomic():
        Case.objects.filter(pk=comment.case_id).update(commented_at=comment.at)
        comment.save()
    return comment


def of_consultants(case: Case) -> QuerySet[Comment]:
    """What consultants said: all that they read themselves."""
    return case.comments.filter(by__isnull=False).select_related("by", "version")


def threads(visit: Visit, step: str = "") -> dict[str, list[Thread]]:
    """The threads of every step, or of one, for this link; the oldest comment of each first."""
    if visit.case.commented_at is None:
        return {}
    found = visit.case.comments.select_related("version").order_by("at", "pk")
    read = _read_until(visit)
    by_place: dict[tuple[str, str], list[Said]] = {}
    for comment in found.filter(step=step) if step else found:
        own = comment.link_id == visit.link.pk
        said = Said(comment, own, new=not own and _is_new(comment.step, comment.at, read))
        by_place.setdefault((comment.step, comment.place), []).append(said)
    return _by_step(by_place)


def _by_step(by_place: Mapping[tuple[str, str], list[Said]]) -> dict[str, list[Thread]]:
    found: dict[str, list[Thread]] = {}
    for (step, place), said in by_place.items():
        found.setdefault(step, []).append(Thread(place, said[-1].comment.label, tuple(said)))
    return found


def note_read(visit: Visit, step: str, seen: Iterable[Thread]) -> None:
    """Note that this link has seen these threads of a step; what is said later is new."""
    said = [each for thread in seen for each in thread.said]
    if any(each.new for each in said):
        until = max(each.comment.at for each in said)
        CommentsRead.objects.update_or_create(link=visit.link, step=step, defaults={"until": until})


def at_a_glance(visit: Visit) -> Glance:
    """What the task list says of comments."""
    if visit.case.commented_at is None:
        return Glance()
    read, new, consultants = _read_until(visit), Counter[str](), set()
    for step, at, link, by in visit.case.comments.values_list("step", "at", "link", "by"):
        new[step] += link != visit.link.pk and _is_new(step, at, read)
        if by:
            consultants.add(step)
    return Glance({step: n for step, n in new.items() if n}, frozenset(consultants))


def _read_until(visit: Visit) -> dict[str, datetime]:
    return dict(visit.link.comments_read.values_list("step", "until"))


def _is_new(step: str, at: datetime, read: Mapping[str, datetime]) -> bool:
    return step not in read or at > read[step]
