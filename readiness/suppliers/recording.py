"""What the owner does with suppliers: add one, name it, record what it says, take it out, choose."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from readiness.cases.answers import ASIDE, Change
from readiness.cases.models import Answer, Case, Draft
from readiness.cases.steps.step import Kept
from readiness.suppliers.models import Chosen, Recorded, Supplier

# A record in parts that are merged one by one, and the other way.
Parts = Mapping[str, Any]
Apart = Callable[[Kept], Parts]


class Overtaken(Exception):
    """Somebody recorded another choice just now, or took the chosen one out; nothing was saved."""


class Clash(Exception):
    """Somebody else recorded the same meanwhile; nothing was saved.

    A person has to choose between the two of each of ``names``; ``merged`` holds mine of those, and
    whatever only one of the two changed.
    """

    def __init__(self, *, names: list[str], merged: Parts, theirs: Recorded) -> None:
        super().__init__(", ".join(names))
        self.names, self.merged, self.theirs = names, merged, theirs


def add(case: Case, name: str, *, key: uuid.UUID, at: datetime) -> Supplier | None:
    """Add a supplier; the same one again for the same key. None where there is no room for it, or
    another bears its name."""
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        there = list(case.suppliers.all())
        again = next((each for each in there if each.key == key), None)
        if again is not None:
            return again
        if Supplier.objects.filter(key=key).exists():
            key = uuid.uuid4()  # a page of another case was sent here: nothing is said about it
        taken = {each.name.casefold() for each in there}
        if len(there) >= Supplier.MOST or name.casefold() in taken:
            return None
        return case.suppliers.create(name=name, key=key, added_at=at)


def rename(supplier: Supplier, name: str) -> bool:
    """Give a supplier another name; False where another bears it. Raises Supplier.DoesNotExist."""
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=supplier.case_id)
        others = Supplier.objects.filter(case=supplier.case_id).exclude(pk=supplier.pk)
        if name.casefold() in {each.name.casefold() for each in others}:
            return False
        supplier = Supplier.objects.get(pk=supplier.pk)  # it may have been taken out just now
        supplier.name = name
        supplier.save(update_fields=["name"])
    return True


def remove(supplier: Supplier, *, seen: str) -> bool:
    """Erase a supplier with all that was recorded of it, and what was typed and not saved; False
    where something else is recorded than was `seen`, a `stamp` of it.

    That it was chosen stays recorded, by its name.
    """
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=supplier.case_id)
        Supplier.objects.select_for_update().filter(pk=supplier.pk).first()
        if stamp(records_of(supplier)) != seen:
            return False
        own = [draft_name(supplier, kind) for kind in Recorded.Kind.values]
        Draft.objects.filter(case=supplier.case_id, step__in=own).delete()
        supplier.delete()
    return True


def records_of(supplier: Supplier) -> list[Recorded]:
    """What was recorded of a supplier, always in one order."""
    return list(supplier.recorded.order_by("kind"))


def stamp(records: list[Recorded]) -> str:
    """Which records there are and in which version, as a page keeps it."""
    return " ".join(f"{each.kind}-{each.version}" for each in records)


def draft_name(supplier: Supplier, kind: str) -> str:
    """The name of the draft of one part of a supplier; its inputs' names begin with it."""
    return f"supplier-{supplier.pk}-{kind}"


def save(supplier: Supplier, kind: str, change: Change, apart: Apart) -> Recorded:
    """Keep a change, merged part by part with what others recorded since its base.

    Raises Clash where a person has to choose. A save that changes nothing makes no new version.
    """
    with transaction.atomic():
        Supplier.objects.select_for_update().get(pk=supplier.pk)
        row = Recorded.objects.filter(supplier=supplier, kind=kind).first()
        row = row or Recorded(supplier=supplier, kind=kind)
        kept = change.kept
        if row.version != change.base and row.kept != kept:
            kept = together(_merged(row, change, apart))
        return _write(row, kept, change)


def together(parts: Parts) -> Kept:
    """A record from its parts: a list as a whole, or rows one by one."""
    rows = parts.get("rows")
    return {"rows": list(rows if rows is not None else parts.values())}


def set_aside(row: Recorded, kept: Kept, *, by: str, at: datetime) -> None:
    """Put what somebody wrote, and did not choose in the end, into the history; once."""
    past = row.history.filter(version=row.version, history_change_reason=ASIDE)
    if kept == row.kept or any(each.kept == kept for each in past):
        return
    row.history.model.objects.create(
        id=row.pk,
        supplier=row.supplier,
        kind=row.kind,
        version=row.version,
        kept=kept,
        changed_by=by,
        changed_at=at,
        history_date=at,
        history_type="~",
        history_change_reason=ASIDE,
    )


def _write(row: Recorded, kept: Kept, change: Change) -> Recorded:
    if row.version and row.kept == kept:
        return row
    row.kept, row.version = kept, row.version + 1
    row.changed_by, row.changed_at = change.by, change.at
    row.save()
    return row


def _merged(row: Recorded, change: Change, apart: Apart) -> Parts:
    """Mine and theirs put together by part, against the version that both began from."""
    before = apart(_at_version(row, change.base))
    mine, theirs = apart(change.kept), apart(row.kept)
    merged, both = {}, []
    for name in [*mine, *(name for name in theirs if name not in mine)]:
        value = mine.get(name)
        if _same(value, before.get(name)):
            value = theirs.get(name)
        elif not any(_same(theirs.get(name), each) for each in (before.get(name), value)):
            both.append(name)
        merged[name] = value
    found = {name: value for name, value in merged.items() if value is not None}
    if both:
        raise Clash(names=both, merged=found, theirs=row)
    return found


def _same(one: Any, other: Any) -> bool:
    """Whether two parts say the same; what was asked may be worded differently."""
    if isinstance(one, dict) and isinstance(other, dict):
        return all(one.get(name) == other.get(name) for name in ("said", "note"))
    return one == other


def _at_version(row: Recorded, version: int) -> Kept:
    saved = row.history.exclude(history_change_reason=ASIDE).filter(version=version)
    then = saved.order_by("history_id").first() if version else None
    return then.kept if then else {}


@dataclass(frozen=True)
class Choosing:
    """What is recorded about the choice: `supplier` where it is one of them."""

    outcome: str
    supplier: Supplier | None
    why: str


def choose(case: Case, said: Choosing, *, base: int, by: str, at: datetime) -> Chosen:
    """Record which one was chosen, or none; the same twice is recorded once.

    `base` is the number of the choice that the person saw, 0 for none. Raises Overtaken.
    """
    with transaction.atomic():
        Case.objects.select_for_update().get(pk=case.pk)
        last = newest_choice(case)
        if last and (last.outcome, last.supplier, last.why) == (
            said.outcome,
            said.supplier,
            said.why,
        ):
            return last
        if base != (last.pk if last else 0) or not _is_there(said.supplier):
            raise Overtaken
        values = {"outcome": said.outcome, "supplier": said.supplier, "why": said.why}
        name = said.supplier.name if said.supplier else ""
        return Chosen.objects.create(case=case, name=name, recorded_by=by, recorded_at=at, **values)


def _is_there(supplier: Supplier | None) -> bool:
    return supplier is None or Supplier.objects.filter(pk=supplier.pk).exists()


def newest_choice(case: Case) -> Chosen | None:
    """The choice that was recorded last."""
    return next(iter(choices(case)), None)


def choices(case: Case) -> list[Chosen]:
    """Every choice that was recorded, the last first."""
    found = Chosen.objects.filter(case=case).select_related("supplier")
    return list(found.order_by("-recorded_at", "-pk"))


def left_in_costs(made: Sequence[Chosen], costs: Answer | None) -> Chosen | None:
    """The choice whose prices are costs of the case, though it is not the choice any more.

    ``made`` are the choices, the last first. Once the costs were saved again since, or other prices
    were put in, nobody needs to be told.
    """
    carried = next((each for each in made if each.carried_at), None)
    if carried is None or costs is None or carried.name == made[0].name:
        return None
    return carried if carried.carried_at and costs.changed_at <= carried.carried_at else None
