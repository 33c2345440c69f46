"""What every page of a step reads, in SQL of our own.

Django takes longer to put such a question together than the database to answer it: both together
cost more than the page. Everything that is read less often goes through Django's own queries.
"""

from collections.abc import Collection
from datetime import UTC, datetime

from django.db import connection
from django.utils.timezone import make_aware

from readiness.cases.models import AccessLink, Answer, Case, Draft

LINKS = """
    SELECT link.*, the_case.reference, the_case.commented_at, draft.id AS draft_id
    FROM cases_accesslink link
    JOIN cases_case the_case ON the_case.id = link.case_id
    LEFT JOIN cases_draft draft ON draft.link_id = link.id AND draft.step = %s
    WHERE link.case_id = %s AND link.id IN ({marks})
"""
ANSWERS = "SELECT * FROM cases_answer WHERE case_id = %s AND step IN ({marks})"


def links(case_id: int, held: Collection[int], step: str) -> list[AccessLink]:
    """Those of the held links that lead to the case, each with its case, and with its ``draft_id`` of
    the step. What else a case holds is read when it is asked for."""
    found = AccessLink.objects.raw(_marked(LINKS, held), [step, case_id, *held]) if held else []
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
    return sql.format(marks=", ".join(["%s"] * len(values)))


def _with_case(link) -> AccessLink:
    values = {"id": link.case_id, "reference": link.reference, "commented_at": _at(link)}
    link.case = Case.from_db(link._state.db, list(values), list(values.values()))
    return link


def _at(link) -> datetime | None:
    """SQLite has times as text, in UTC."""
    at = link.commented_at
    return make_aware(datetime.fromisoformat(at), UTC) if isinstance(at, str) else at
