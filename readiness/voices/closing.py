"""How a round ends. Its results are worked out once; then the single voices are erased."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from readiness.cases.models import Case
from readiness.voices import tallying
from readiness.voices.models import Round, Voice, Words
from readiness.voices.tallying import ENOUGH, Cast

Quick = Round.Quick
# So long an owner may take to say whether quick answers count; then they are left out.
PATIENCE = timedelta(days=14)


def close(asking: Round, *, by: str, at: datetime) -> None:
    """Close a round now. A round that is closed stays as it is."""
    Round.objects.filter(pk=asking.pk, closed_at=None).update(closed_at=at, closed_by=by)
    settle(asking, at=at)


def decide_quick(asking: Round, *, count: bool, at: datetime) -> None:
    """Say of a round that is over whether answers that came quickly from one place count; once."""
    said = Quick.COUNTED if count else Quick.LEFT_OUT
    over = Round.objects.filter(pk=asking.pk, settled_at=None, closed_at__isnull=False)
    over.filter(quick=Quick.UNSEEN).update(quick=said)
    settle(asking, at=at)


def close_due(at: datetime) -> int:
    """Close what is past its last day, and settle what can be settled; how many were settled."""
    waiting = Round.objects.filter(settled_at=None)
    return sum(settle(asking, at=at) for asking in waiting.order_by("pk"))


def settle(asking: Round, *, at: datetime) -> bool:
    """Work out the results of a round that is over, once. Whether this did it."""
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=asking.case_id)
        asking = Round.objects.select_for_update().get(pk=asking.pk)
        if asking.settled_at or asking.is_open(at):
            return False
        asking.closed_at = closed_at = asking.closed_at or end_of(asking)
        if asking.quick == Quick.UNSEEN and at < closed_at + PATIENCE:
            asking.save(update_fields=["closed_at"])
            case.note_asking(asking.last_day(), over=True)
            return False  # its owner is still to say if quick answers count
        _settle(asking, case, at)
    return True


def end_of(asking: Round) -> datetime:
    """The end of its last day, where the guide is at home."""
    return timezone.make_aware(datetime.combine(asking.closes_on + timedelta(days=1), time()))


def _settle(asking: Round, case: Case, at: datetime) -> None:
    if asking.quick == Quick.UNSEEN:
        asking.quick = Quick.LEFT_OUT
    counted = asking.voices.exclude(group="")
    if asking.quick == Quick.LEFT_OUT:
        counted = counted.filter(quick=False)
        asking.words.filter(quick=True).delete()
    cast = [Cast(voice.group, voice.answers) for voice in counted]
    asking.settled_at, asking.shown = at, len(cast) >= ENOUGH
    if asking.shown:
        _put_on_case(case, asking, cast, at)
        asking.words.update(receipt="")
    else:
        asking.words.all().delete()
    Voice.objects.filter(round=asking).delete()
    asking.save(update_fields=["closed_at", "quick", "settled_at", "shown"])
    case.note_asking(None)


def _put_on_case(case: Case, asking: Round, cast: list[Cast], at: datetime) -> None:
    """The newest results take the place of those before, with the words that were shown then."""
    case.heard = {
        "closed_on": asking.last_day().isoformat(),
        "idea": asking.idea,
        "quick": str(asking.quick),
        "groups": tallying.groups(cast),
        "words": [],
    }
    case.heard_at = at
    case.save(update_fields=["heard", "heard_at"])


def show_words(case: Case, asking: Round, *, at: datetime) -> None:
    """Bring the words on the case in line with what was decided about them, in no order of theirs."""
    newest = Round.objects.filter(case=case, shown=True).order_by("-settled_at", "-pk").first()
    if newest != asking or case.heard is None:
        return
    shown = Words.objects.filter(round=asking, status=Words.Status.SHOWN)
    case.heard["words"] = sorted(shown.values_list("text", flat=True))
    case.heard_at = at
    case.save(update_fields=["heard", "heard_at"])
