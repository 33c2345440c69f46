"""Everything that is kept of a case, as plain values: people's right to their own data.

To add something, write a function that takes the case and returns plain values, and list it in
`PARTS`. No token and no hash of one is among it, and staff are named by what they are.
"""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from readiness.benefits import reviews
from readiness.cases import case_file
from readiness.cases.models import Answer, Case, Comment, Decision, Draft, Move, Version
from readiness.catalogue.contents import contents
from readiness.reports.models import Document, SupplierBrief
from readiness.suppliers import everything as suppliers
from readiness.voices import export as voices

SCHEMA = 1
Plain = list[Any]  # of plain values by name


def everything(case: Case) -> dict[str, Any]:
    """All of it, ready for JSON but for dates and numbers, under the names of `PARTS`."""
    return {"schema": SCHEMA} | {name: part(case) for name, part in PARTS.items()}


def _case(case: Case) -> dict[str, Any]:
    return {
        "reference": case.reference,
        "started": case.created_at,
        "recovery_email": case.recovery_email,
        "recovery_email_confirmed": case.recovery_confirmed_at,
        "mail_failed": case.mail_failed_at,
        "erased_on": case.erase_on,
    }


def _case_file(case: Case) -> dict[str, Any]:
    return case_file.exported(case, content_version=contents().version)


def _drafts(case: Case) -> Plain:
    found = Draft.objects.filter(case=case).select_related("link").order_by("pk")
    return [
        {
            "step": draft.step,
            "typed": draft.typed,
            "taken_out": draft.removed,
            "changed": draft.changed_at,
            "link": draft.link.label,
        }
        for draft in found
    ]


def _history(case: Case) -> Plain:
    kinds = {"+": "first saved", "~": "changed", "-": "erased"}
    rows = Answer.history.filter(case_id=case.pk).order_by("history_id")
    return [
        {
            "step": row.step,
            "version": row.version,
            "answers": row.kept,
            "put_off": row.later,
            "note": row.note,
            "what": kinds[row.history_type],
            "by": row.changed_by,
            "at": row.changed_at,
        }
        for row in rows
    ]


def _links(case: Case) -> Plain:
    return list(
        case.links.order_by("pk").values(
            "role", "via", "label", "created_at", "expires_at", "last_used_on", "revoked_at"
        )
    )


def _versions(case: Case) -> Plain:
    return [
        {
            "number": version.number,
            "sent": version.sent_at,
            "by": version.sent_by,
            "status": version.status,
            "message": version.message,
            "approved": version.approved_on,
            "approved_by": version.approved_by,
            "approved_role": version.approved_role,
            "snapshot": version.snapshot,
            "editions": list(
                version.editions.order_by("pk").values("kind", "made_at", "check_code")
            ),
            "moves": _moves(version),
        }
        for version in case.versions.order_by("number")
    ]


def _moves(version: Version) -> Plain:
    return [
        {"what": move.verb, "words": move.words, "steps": move.steps, "by": _staff(), "at": move.at}
        for move in Move.objects.filter(version=version)
    ]


def _decisions(case: Case) -> Plain:
    found = Decision.objects.filter(version__case=case)
    names = ("outcome", "decided_on", "conditions", "until", "review", "recorded_by", "recorded_at")
    return list(found.values("version__number", *names))


def _comments(case: Case) -> Plain:
    return [
        {
            "step": each.step,
            "question": each.label,
            "words": each.words,
            "by": each.said_by or _staff(),
            "at": each.at,
        }
        for each in Comment.objects.filter(case=case)
    ]


def _notes(case: Case) -> Plain:
    return [{"words": each.words, "by": _staff(), "at": each.at} for each in case.notes.all()]


def _staff() -> str:
    return _("a consultant")


def _mails(case: Case) -> Plain:
    return list(case.mails.order_by("pk").values("kind", "status", "queued_at", "changed_at"))


def _supplier_brief(case: Case) -> Plain:
    found = SupplierBrief.objects.filter(case=case)
    return list(found.values("reply_by", "ready_at", "ready_by"))


def _papers(case: Case) -> Plain:
    found = Document.objects.filter(edition__version__case=case).order_by("pk")
    names = ("name", "format", "status", "changed_at")
    return list(found.values("edition__version__number", "edition__kind", *names))


def _counted(case: Case) -> Plain:
    return list(case.counted.order_by("pk").values("kind", "slug", "service", "nation", "month"))


PARTS: dict[str, Callable[[Case], Any]] = {
    "case": _case,
    "case_file": _case_file,
    "drafts": _drafts,
    "history": _history,
    "links": _links,
    "versions": _versions,
    "decisions": _decisions,
    "benefits": reviews.everything,
    "suppliers": suppliers.everything,
    "voices": voices.everything,
    "comments": _comments,
    "notes_of_consultants": _notes,
    "mails": _mails,
    "supplier_brief": _supplier_brief,
    "papers": _papers,
    "counted_for_statistics": _counted,
}
