"""What every save of a step writes, in SQL of our own: Django takes longer to put it together.

Both are to be called within a transaction: an answer and its history belong together.
"""

from django.db import connection

from readiness.cases.models import Answer

_FIELDS = [field for field in Answer._meta.concrete_fields if not field.primary_key]
_NAMES = ", ".join(str(field.column) for field in _FIELDS)
_MARKS = ", ".join(["%s"] * len(_FIELDS))
_ADD = f"INSERT INTO cases_answer ({_NAMES}) VALUES ({_MARKS}) RETURNING id"  # noqa: S608
_SET = ", ".join(f"{field.column} = %s" for field in _FIELDS)
_CHANGE = f"UPDATE cases_answer SET {_SET} WHERE id = %s AND version = %s"  # noqa: S608
_REMEMBER = (
    f"INSERT INTO cases_historicalanswer (id, {_NAMES}, history_date, history_type)"  # noqa: S608
    f" SELECT id, {_NAMES}, changed_at, %s FROM cases_answer WHERE id = %s"
)


class Overtaken(Exception):
    """Somebody else changed the row after it was read; nothing was written."""


def add(row: Answer) -> None:
    """Keep a step's first row and begin its history. Raises IntegrityError where one is there."""
    with connection.cursor() as cursor:
        cursor.execute(_ADD, _values(row))
        row.pk = cursor.fetchone()[0]
        cursor.execute(_REMEMBER, ["+", row.pk])


def change(row: Answer, *, before: int) -> None:
    """Keep a row that was changed since its version ``before``. Raises Overtaken."""
    with connection.cursor() as cursor:
        cursor.execute(_CHANGE, [*_values(row), row.pk, before])
        if not cursor.rowcount:
            raise Overtaken
        cursor.execute(_REMEMBER, ["~", row.pk])


def _values(row: Answer) -> list:
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in _FIELDS]
