"""A case in which everything that anybody can type is an attack, each with a number of its own."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db import IntegrityError, models, transaction

from readiness.cases import comments, decisions, moves
from readiness.cases.fields import Email, Text
from readiness.cases.models import Case
from readiness.cases.stages import STEPS
from readiness.suppliers.models import Chosen, Recorded
from tests.access.everybody import NOW, Everybody, every_answer
from tests.cases.builders import Answers
from tests.reports.states import heard_in

SHORTEST = 40  # letters that a text must hold for an attack to fit in
# What the guide itself writes into texts of that length, by the name of the field.
OURS = {"slug", "key", "token_hash", "content_hash", "stored_as", "digest", "receipt", "password"}
OURS |= {
    "content_version",
    "case_file",
    "place",
    "steps",
    "step",
    "opens_at",
    "start_key",
    "sentence",
}
OURS |= {"name_of_file", "words_version", "page_path", "path", "kind", "group", "status", "format"}
# What each kind of JSON holds of words, as (field, rows or not, name in it).
ROWS = {
    "replies": {"asked": "It works.", "said": "partly", "note": ""},
    "prices": {"label": "", "category": "licences", "per_year": "10.00", "in_year": 0},
    "references": {"who": "", "organisation": "", "when": "2027-05", "said": ""},
}


def attack(number: int) -> str:
    """A formula, a script, a tag of our templates, and the end of an attribute."""
    return (
        f"=<script>alert({number})</script>{{{{ 7|add:{number} }}}}\"'><img src=x onerror=alert(1)>"
        "{% now 'Y' %}\u202e&amp;"
    )


def mark(number: int) -> str:
    """What is found of an attack in words that a person can read."""
    return f"<script>alert({number})</script>"


class Attacked(Everybody):
    """The same people, and attacks for words. `numbers` has the number of each, by its field."""

    def __init__(self) -> None:
        given, self.numbers = _spoilt_answers()
        super().__init__(given)
        self.numbers |= _spoil(self)


def _spoilt_answers() -> tuple[Answers, dict[str, int]]:
    given, numbers = every_answer(), dict[str, int]()
    for step, kept in given.items():
        for name, question in STEPS[step].fields_of().items():
            if isinstance(question, Text) and not isinstance(question, Email):
                number = numbers[f"{step}.{name}"] = 100 + len(numbers)
                for row in kept.get("rows", [kept]):
                    row[name] = attack(number)[: question.longest]
    return given, numbers


def _spoil(everybody: Everybody) -> dict[str, int]:
    """Put an attack into each text of the case and of what staff write; the number of each, by field."""
    _add(everybody)
    numbers: dict[str, int] = {}
    for model, field in _texts():
        number = numbers.setdefault(f"{model._meta.label}.{field.name}", len(numbers) + 300)
        for row in model._default_manager.all():
            _write(row, field.name, attack(number)[: field.max_length])
    for kind, row in ROWS.items():
        numbers |= _spoil_rows(kind, row, len(numbers) + 300)
    told = heard_in(attack(len(numbers) + 300))
    Case.objects.filter(pk=everybody.case.pk).update(heard=told, heard_at=NOW)
    return numbers | {"heard.words": len(numbers) + 300}


def _add(everybody: Everybody) -> None:
    """What is not there yet: a decision, a choice, and what a consultant says."""
    version, dawn = everybody.version, everybody.consultant
    moves.take(version, moves.Hand(dawn, NOW, 0))
    version.refresh_from_db()
    moves.ask_for_changes(
        version, moves.Hand(dawn, NOW, version.turn), steps=["need"], words="Say more."
    )
    said = {"step": "need", "place": "need-problem", "label": "The problem", "words": "Why?"}
    comments.add(version, **said, by=dawn, at=NOW)
    version.case.notes.create(words="A note.", by=dawn, at=NOW)
    agreed = {"outcome": "conditions", "decided_on": "2026-05-01", "conditions": "Only if."}
    decisions.record(version, agreed, by="Alice", at=NOW)
    elm = everybody.case.suppliers.get()
    for kind, row in ROWS.items():
        Recorded.objects.create(supplier=elm, kind=kind, kept={"rows": [dict(row)]})
    Chosen.objects.create(
        case=everybody.case, outcome="one", supplier=elm, name="Elm", why="Kind", recorded_by="A"
    )


def _texts() -> Iterator[tuple[type[models.Model], models.Field]]:
    """Every text that a person can write, but for the content, which tests/catalogue attacks."""
    for model in apps.get_models():
        label = model._meta.app_label
        ours = model.__module__.startswith("readiness.") and label != "catalogue"
        if ours and not model.__name__.startswith("Historical"):
            yield from ((model, each) for each in model._meta.concrete_fields if _is_typed(each))


def _is_typed(field: models.Field) -> bool:
    text = isinstance(field, models.CharField | models.TextField) and not field.choices
    return text and field.name not in OURS and (field.max_length or SHORTEST) >= SHORTEST


def _write(row: models.Model, name: str, words: str) -> None:
    try:
        with transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**{name: words})
    except IntegrityError:  # a text that is empty in this state
        return


def _spoil_rows(kind: str, row: Mapping[str, Any], first: int) -> dict[str, int]:
    words = [name for name, value in row.items() if isinstance(value, str) and not value]
    numbers = {f"{kind}.{name}": first + n for n, name in enumerate(words)}
    spoilt = {**row, **{name: attack(numbers[f"{kind}.{name}"]) for name in words}}
    Recorded.objects.filter(kind=kind).update(kept={"rows": [spoilt]})
    return numbers
