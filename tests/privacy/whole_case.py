"""A case that has everything a case can have, each text of it marked; and who looks for the marks."""

from collections.abc import Iterator

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from readiness.accounts import audit
from readiness.benefits.models import BenefitsReview
from readiness.cases import comments, decisions, mails, moves, versions
from readiness.cases.models import AccessLink, Case, CommentsRead, Draft, Version
from readiness.catalogue.contents import contents
from readiness.contact.models import Message
from readiness.reports.kinds import BUSINESS_CASE
from readiness.reports.models import Document, Export, SupplierBrief
from readiness.suppliers.models import Chosen, Recorded, Supplier
from readiness.voices.models import Round, Voice, Words
from tests.people import Person

MARK = "Zqxj9w"
NOW = timezone.now()
HANDS_OFF = {  # that its row, or its file, is found by
    "accounts.Opening": {"kind", "key"},
    "cases.Case": {"reference"},
    "reports.Document": {"content_hash", "format", "name"},
    "reports.Export": {"stored_as"},
}


def grow(person: Person) -> Case:
    """Give a whole case something in every table that can hold a piece of a case.

    To keep the promise of erasing for a new table, put a row into it here.
    """
    case = person.case
    Case.objects.filter(pk=case.pk).update(
        recovery_email=f"{MARK}@example.org", recovery_confirmed_at=NOW
    )
    case.refresh_from_db()
    version = versions.send(case, by="Alice", at=NOW, contents=contents())
    dawn = get_user_model().objects.get(username="dawn")
    _reviewed(version, dawn)
    decisions.record(version, {"outcome": "agreed", "decided_on": "2026-05-01"}, by="Alice", at=NOW)
    link = AccessLink.objects.filter(case=case).first()
    CommentsRead.objects.create(link=link, step="need", until=NOW)
    Draft.objects.create(case=case, link=link, step="need", typed={"need-problem": ["x"]})
    mails.send_later("approve", case, key="1", at=NOW, values={"x": "y"})
    _papers(version)
    Export.objects.create(
        asked_by=dawn, versions=[version.pk], status="ready", stored_as=_stored("exports/x.zip")
    )
    SupplierBrief.objects.create(case=case, reply_by="2027-01-01", ready_at=NOW, ready_by="Alice")
    Message.objects.create(digest="d", about="help", words="Hello.", reference=case.reference)
    _after_buying(case)
    _heard(case)
    return case


def _after_buying(case: Case) -> None:
    BenefitsReview.objects.create(
        case=case,
        months=3,
        promise={},
        taken_on=NOW.date(),
        found={},
        surprises="It rained.",
        decision="carry-on",
        why="It helps.",
        recorded_by="Alice",
    )
    supplier = Supplier.objects.create(case=case, name="A supplier")
    Recorded.objects.create(supplier=supplier, kind="replies", kept={"rows": []})
    Chosen.objects.create(
        case=case, outcome="one", supplier=supplier, name="A supplier", why="Kind", recorded_by="A"
    )


def _heard(case: Case) -> None:
    asking = Round.objects.create(
        case=case,
        idea="A way to write notes",
        closes_on=NOW.date(),
        tell_how="At the meeting",
        contact="The manager",
        opened_by="Alice",
    )
    Voice.objects.create(round=asking, receipt="r" * 64, group="people", answers={"x": 1})
    Words.objects.create(round=asking, text="I like it.", receipt="s" * 64)


def _reviewed(version: Version, dawn) -> None:
    moves.take(version, moves.Hand(dawn, NOW, 0))
    version.refresh_from_db()
    hand = moves.Hand(dawn, NOW, version.turn)
    moves.ask_for_changes(version, hand, steps=["need"], words="Say more.")
    said = {"step": "need", "place": "need-problem", "label": "The problem", "words": "Why?"}
    comments.add(version, **said, by=dawn, at=NOW)
    version.case.notes.create(words="A note.", by=dawn, at=NOW)
    audit.note_opening(dawn, version, NOW)


def _papers(version: Version) -> None:
    for edition in version.editions.all():
        Document.objects.create(
            edition=edition,
            name=BUSINESS_CASE.slug,
            format="pdf",
            status="ready",
            content_hash=f"{edition.pk:064}",
        )
        _stored(f"documents/{edition.pk:064}.pdf")


def _stored(name: str) -> str:
    return default_storage.save(name, ContentFile(MARK.encode()))


def belong_to_cases() -> list[type[models.Model]]:
    """Every model of ours that hangs on a case, and their histories."""
    found: set[type[models.Model]] = {Case}
    ours = [each for each in apps.get_models() if each.__module__.startswith("readiness.")]
    while more := {each for each in ours if each not in found and _parents(each) & found}:
        found |= more
    return sorted(found, key=lambda each: each._meta.label)


def _parents(model: type[models.Model]) -> set:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def mark_every_text() -> int:
    """Put the mark into every text of every row; how many texts that were."""
    return sum(
        _mark(row, field)
        for model in [*belong_to_cases(), Export, apps.get_model("accounts", "Opening")]
        for row in model._default_manager.all()
        for field in _texts(model)
    )


def _texts(model: type[models.Model]) -> Iterator[models.Field]:
    for field in model._meta.get_fields():
        kind = isinstance(field, models.CharField | models.TextField | models.JSONField)
        hands_off = field.name in HANDS_OFF.get(model._meta.label, ())
        if kind and not hands_off and not field.choices and (field.max_length or 99) >= 12:
            yield field


def _mark(row: models.Model, field: models.Field) -> bool:
    value = getattr(row, field.name)
    if isinstance(value, dict):
        value = {**value, MARK: MARK}
    elif isinstance(value, list):
        value = [*value, MARK]
    else:
        value = f"{MARK}{row.pk}"
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**{field.name: value})
    except IntegrityError:  # a text that is empty in this state
        return False
    return True


def traces() -> list[str]:
    """Where the mark stands, in the tables and in the stored files."""
    return [*_in_tables(), *_in_files("")]


def _in_tables() -> Iterator[str]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            yield from (table for row in cursor.fetchall() if MARK in str(row))


def _in_files(folder: str) -> Iterator[str]:
    folders, files = default_storage.listdir(folder)
    for name in files:
        path = f"{folder}/{name}".lstrip("/")
        with default_storage.open(path) as file:
            if MARK.encode() in file.read():
                yield path
    for each in folders:
        yield from _in_files(f"{folder}/{each}".lstrip("/"))
