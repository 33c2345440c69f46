"""Keeping what a visitor sent: once, however often the button is pressed."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from readiness.contact import forgetting
from readiness.contact.models import WAITS, Message, OfferedLesson

LONGEST_KEY = 64


MOST = 20_000  # of a kind that may wait for staff, so that a flood from everywhere fills no disk


def is_full(kind: type[Message] | type[OfferedLesson]) -> bool:
    """Whether so much waits that nothing more is taken in."""
    return kind._default_manager.filter(WAITS).count() >= MOST


def receive(
    kind: type[Message] | type[OfferedLesson],
    values: Mapping[str, Any],
    *,
    key: str,
    at: datetime,
) -> None:
    """Keep what was sent, unless the same words came from the same form (its `key`) before; and
    forget what has been kept for long enough."""
    forgetting.forget(at=at)
    written = json.dumps([key[:LONGEST_KEY], values], sort_keys=True)
    digest = hashlib.sha256(written.encode()).hexdigest()
    kind._default_manager.get_or_create(digest=digest, defaults={**values, "received_at": at})
