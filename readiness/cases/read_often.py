"""What every page of a step reads, in one question and in SQL of our own.

Django takes longer to put such a question together, and to make rows of what comes, than the database to
answer it. Everything that is read less often goes through Django's own queries.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Model

from readiness.cases.models import AccessLink, Answer, Case, Draft

OPENED = """
    SELECT {link}, {the_case}, draft.id, {answer}
    FROM cases_accesslink link
    JOIN cases_case the_case ON the_case.id = link.case_id
    LEFT JOIN cases_draft draft ON draft.link_id = link.id AND draft.step = %s
    LEFT JOIN cases_answer answer ON answer.case_id = link.case_id AND answer.step IN ({steps})
    WHERE link.case_id = %s AND link.id IN ({held})
"""
ANSWERS = "SELECT {answer} FROM cases_answer answer WHERE case_id = %s AND step IN ({steps})"


@dataclass
class Opened:
    """A link that leads to a case, with its case; of a step also the link's draft, and the answers to
    this step and to the others that were asked for."""

    link: AccessLink
    draft_id: int | None = None
    answers: list[Answer] = field(default_factory=list)


def opened(case_id: int, held: Collection[int], step: str, others: Collection[str]) -> list[Opened]:
    """Those of the held links that lead to the case, as the page of this step needs them."""
    if not held:
        return []
    steps = {step, *others}
    found: dict[int, Opened] = {}
    for row in _rows(OPENED, [step, *steps, case_id, *held], steps=steps, held=held):
        link, the_case, draft_id, answer = (
            row[:_CASE],
            row[_CASE:_DRAFT],
            row[_DRAFT],
            row[_ANSWER:],
        )
        if link[0] not in found:
            found[link[0]] = Opened(_made(AccessLink, link), draft_id)
            found[link[0]].link.case = _made(Case, the_case)
        if answer[0]:
            found[link[0]].answers.append(_made(Answer, answer))
    return list(found.values())


def answers(case_id: int, steps: Collection[str], *, lock: bool = False) -> list[Answer]:
    """The answers to these steps; with ``lock`` nobody else changes them before the transaction ends."""
    sql = ANSWERS
    if lock and connection.features.has_select_for_update:
        sql += " FOR UPDATE"
    return [_made(Answer, row) for row in _rows(sql, [case_id, *steps], steps=steps)]


def draft(found: Opened) -> Draft | None:
    """The draft of the step that was found with the link."""
    return Draft.objects.filter(pk=found.draft_id).first() if found.draft_id else None


def _columns(model: type[Model], table: str) -> str:
    return ", ".join(f"{table}.{each.column}" for each in model._meta.concrete_fields)


_COLUMNS = {
    "link": _columns(AccessLink, "link"),
    "the_case": _columns(Case, "the_case"),
    "answer": _columns(Answer, "answer"),
}
# Where each part of a row begins.
_CASE = len(AccessLink._meta.concrete_fields)
_DRAFT = _CASE + len(Case._meta.concrete_fields)
_ANSWER = _DRAFT + 1


def _rows(sql: str, values: Sequence[Any], **listed: Collection) -> list[tuple]:
    """What the database answers; each of ``listed`` has as many marks in it as it has values."""
    marks = {name: ", ".join(["%s"] * len(each)) for name, each in listed.items()}
    with connection.cursor() as cursor:
        cursor.execute(sql.format(**_COLUMNS, **marks), values)
        return cursor.fetchall()


def _made[Made: Model](model: type[Made], row: Sequence[Any]) -> Made:
    """A row as Django would make it."""
    values = list(row)
    for place, column, convert in _converters(model):
        values[place] = convert(values[place], column, connection)
    return model.from_db(connection.alias, _names(model), values)


@cache
def _names(model: type[Model]) -> list[str]:
    return [each.attname for each in model._meta.concrete_fields]


@cache
def _converters(model: type[Model]) -> list[tuple[int, Any, Callable]]:
    """What has to be done to columns, by place: SQLite, for one, has times as text."""
    columns = [each.cached_col for each in model._meta.concrete_fields]
    return [
        (place, column, convert)
        for place, column in enumerate(columns)
        for convert in (
            *connection.ops.get_db_converters(column),
            *column.get_db_converters(connection),
        )
    ]
