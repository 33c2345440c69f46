"""What every page of a step reads, in SQL of our own.

Django takes longer to put such a question together than the database to answer it: both together
cost more than the page. Everything that is read less often goes through Django's own queries.
"""

from collections.abc import Collection
from typing import Any

from django.db import connection

from readiness.cases.models import AccessLink, Answer, Case, Draft

LINKS = """
    SELECT link.*, {columns}, draft.id AS draft_id
    FROM cases_accesslink link
    JOIN cases_case the_case ON the_case.id = link.case_id
    LEFT JOIN cases_draft draft ON draft.link_id = link.id AND draft.step = %s
    WHERE link.case_id = %s AND link.id IN ({marks})
"""
OF_CASE = {f"case__{field.column}": field for field in Case._meta.concrete_fields}
COLUMNS = ", ".join(f"the_case.{field.column} AS {name}" for name, field in OF_CASE.items())
ANSWERS = "SELECT * FROM cases_answer WHERE case_id = %s AND step IN ({marks})"


def links(case_id: int, held: Collection[int], step: str) -> list[AccessLink]:
    """Those of the held links that lead to the case, each with its case, and with its ``draft_id`` of
    the step."""
    if not held:
        return []
    found = AccessLink.objects.raw(_marked(LINKS, held), [step, case_id, *held])
    return [_with_case(link) for link in found]


def draft(link: AccessLink) -> Draft | None:
    """The draft that was found with the link."""
    there = getattr(link, "draft_id", None)
    return Draft.objects.filter(pk=there).first() if there else None


def answers(case_id: int, steps: Collection[str], *, lock: bool = False) -> list[Answer]:
    """The answers to these steps; with ``lock`` nobody else changes them before the transaction ends."""
    sql = _marked(ANSWERS, steps)
    if lock and connection.features.has_select_for_update:
        sql += " FOR UPDATE"
    return list(Answer.objects.raw(sql, [case_id, *steps]))


def _marked(sql: str, values: Collection) -> str:
    return sql.format(marks=", ".join(["%s"] * len(values)), columns=COLUMNS)


def _with_case(link) -> AccessLink:
    values = [_read(field, link.__dict__.pop(name)) for name, field in OF_CASE.items()]
    link.case = Case.from_db(link._state.db, [field.attname for field in OF_CASE.values()], values)
    return link


def _read(field, value: Any) -> Any:
    """A column of the case as Django would read it: SQLite, for one, has times as text."""
    column = field.cached_col
    for convert in connection.ops.get_db_converters(column):
        value = convert(value, column, connection)
    for convert in column.get_db_converters(connection):
        value = convert(value, column, connection)
    return value
