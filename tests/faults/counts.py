"""What is looked at once the storm is over: what was acknowledged must be there, once."""

import hashlib
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from tests.faults.post import STAFF, Post

if TYPE_CHECKING:
    from tests.faults.people import Journey

OPEN = ("todo", "doing")


def lost_answers(journeys: "list[Journey]") -> int:
    from readiness.cases.models import Answer

    rows = {(a.case_id, a.step): a.kept for a in Answer.objects.all()}
    return sum(
        rows.get((each.case, step)) not in possible
        for each in journeys
        for step, possible in each.possible.items()
    )


def lost_versions(journeys: "list[Journey]") -> int:
    from readiness.cases.models import Version

    kept = Counter(Version.objects.values_list("case_id", flat=True))
    return sum(max(0, each.sent - kept[each.case]) for each in journeys)


def lost_confirmations(journeys: "list[Journey]") -> int:
    from readiness.cases.models import Case

    known = set(Case.objects.exclude(recovery_confirmed_at=None).values_list("pk", flat=True))
    return sum(each.confirmed and each.case not in known for each in journeys)


def doubled_cases(journeys: "list[Journey]") -> int:
    """A press that was made again starts no second case."""
    from readiness.cases.models import Case

    return Case.objects.count() - len(journeys)


def doubled_versions(journeys: "list[Journey]") -> int:
    """Of an answer, or of a case: two with one number, or two in a row that say the same."""
    from readiness.cases.models import Answer, Version

    of_answers = Counter(Answer.history.values_list("case_id", "step", "version"))
    doubled = sum(count - 1 for count in of_answers.values())
    for each in journeys:
        sent = Version.objects.filter(case=each.case).order_by("number")
        doubled += sum(
            one.snapshot["answers"] == two.snapshot["answers"] for one, two in pairwise(sent)
        )
    return doubled


def stuck_documents(_journeys: "list[Journey]") -> int:
    """Waiting or being made, though no job is left. One that failed says so and can be asked for."""
    from readiness.reports.models import Document

    return Document.objects.filter(status__in=("waiting", "making")).count()


def lost_documents(_journeys: "list[Journey]") -> int:
    """Ready, and not there or not what its row says."""
    from django.core.files.storage import default_storage

    from readiness.reports.models import Document

    lost = 0
    for each in Document.objects.filter(status="ready"):
        with default_storage.open(each.stored_as) as paper:
            lost += hashlib.sha256(paper.read()).hexdigest() != each.content_hash
    return lost


def stuck_jobs(_journeys: "list[Journey]") -> int:
    return open_jobs()


def stuck_people(journeys: "list[Journey]") -> int:
    return sum(bool(each.gave_up) for each in journeys)


def open_jobs() -> int:
    """How many jobs wait or are in hand; -1 while the database does not answer."""
    from django.db import DatabaseError, connection
    from procrastinate.contrib.django.models import ProcrastinateJob

    connection.close()
    try:
        return ProcrastinateJob.objects.filter(task_name="task", status__in=OPEN).count()
    except DatabaseError:
        return -1


LOOKS: dict[str, Callable[..., int]] = {
    "lost answers": lost_answers,
    "lost versions": lost_versions,
    "lost confirmations of addresses": lost_confirmations,
    "lost documents": lost_documents,
    "doubled cases": doubled_cases,
    "doubled versions": doubled_versions,
    "stuck documents": stuck_documents,
    "stuck jobs": stuck_jobs,
    "stuck people": stuck_people,
}


def outbox(post: Post) -> dict[str, int]:
    """The mails that were owed, beside those that the mail server took. Of a mail whose worker died
    or whose line broke nobody knows, so it may have come once, or not at all."""
    from readiness.cases.mail_kinds import KINDS
    from readiness.cases.models import Mail

    rows = Counter(Mail.objects.values_list("case__reference", "kind", "status"))
    owed = {(reference, kind) for reference, kind, _status in rows}
    came = dict.fromkeys(owed, 0)
    for letter in post.letters:
        for reference, kind in owed:
            came[reference, kind] += (
                letter.subject == str(KINDS[kind].subject) and reference in letter.text
            )
    sent = {each: rows[*each, "sent"] for each in owed}
    perhaps = {each: rows[*each, "unsure"] for each in owed}
    staff = Counter(each.subject for each in post.letters if each.subject.startswith(STAFF))
    by_status = Counter(Mail.objects.values_list("status", flat=True))
    return {
        "mails owed to owners": by_status.total(),
        "of them sent": by_status["sent"],
        "of them noted as perhaps sent, as a worker died or the line broke": by_status["unsure"],
        "mails to staff that came": staff.total(),
        "lost mails": sum(max(0, sent[each] - came[each]) for each in owed) + by_status["failed"],
        "doubled mails": sum(max(0, came[each] - sent[each] - perhaps[each]) for each in owed)
        + sum(count - 1 for count in staff.values()),
        "stuck mails": by_status["waiting"] + by_status["sending"],
    }
