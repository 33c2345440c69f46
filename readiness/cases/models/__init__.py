"""A case, its answers, who can open it, the versions that were sent, and their review."""

from readiness.cases.models.answer import Answer, Draft
from readiness.cases.models.case import AccessLink, Case, new_reference, start_key
from readiness.cases.models.counted import Counted
from readiness.cases.models.decision import Decision
from readiness.cases.models.mail import Mail
from readiness.cases.models.review import Comment, CommentsRead, Move, Note
from readiness.cases.models.version import Edition, Version

__all__ = [
    "AccessLink",
    "Answer",
    "Case",
    "Comment",
    "CommentsRead",
    "Counted",
    "Decision",
    "Draft",
    "Edition",
    "Mail",
    "Move",
    "Note",
    "Version",
    "new_reference",
    "start_key",
]
