"""What somebody typed and has not saved: kept as typed, shown again, let go when saved."""

from collections.abc import Mapping
from datetime import datetime

from django.http import QueryDict

from readiness.cases.models import AccessLink, Draft

MOST_INPUTS, MOST_TEXT = 400, 100_000  # nothing that the pages can send comes near
NUL = "\x00"  # PostgreSQL takes it in no text


def of(link: AccessLink, step: str) -> Draft | None:
    """This link's draft of the step."""
    return Draft.objects.filter(link=link, step=step).first()


def keep(
    link: AccessLink,
    step: str,
    typed: Mapping[str, list[str]],
    *,
    base: int,
    at: datetime,
    checked: bool,
    removed: Mapping | None = None,
) -> None:
    """Keep what was typed in the step's own inputs, in place of an older draft."""
    own = [name for name in typed if name.startswith(f"{step}-")]
    Draft.objects.update_or_create(
        link=link,
        step=step,
        defaults={
            "case_id": link.case_id,
            "typed": _storable({name: typed[name] for name in own[:MOST_INPUTS]}),
            "base": base,
            "checked": checked,
            "removed": _storable(removed or {}),
            "changed_at": at,
        },
    )


def _storable(typed: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {
        name: [text.replace(NUL, "")[:MOST_TEXT] for text in texts]
        for name, texts in typed.items()
        if NUL not in name
    }


def typed(draft: Draft | None) -> QueryDict | None:
    """The draft as it was posted; None where there is none."""
    if draft is None:
        return None
    data = QueryDict(mutable=True)
    for name, texts in draft.typed.items():
        data.setlist(name, texts)
    return data


def drop(draft: Draft | None) -> None:
    """Let go of a draft that was saved or given up."""
    if draft is not None:
        draft.delete()
