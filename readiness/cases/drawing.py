"""Questions as HTML that is kept in memory, but for what somebody typed.

Templates cost more than all else on a page. The words of a question are the same for everybody, so
they are drawn once for each language, with a slot where the answer goes.
"""

import secrets
from collections.abc import Callable, Hashable, Iterable

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

SLOT = secrets.token_hex(16)  # nothing that anybody writes is like it
MOST = 5_000  # questions; the guide has fewer, rows of lists and languages included

_kept: dict[Hashable, tuple[str, ...]] = {}


def pieces(key: Hashable, draw: Callable[[], str]) -> tuple[str, ...]:
    """The HTML before, between and after its slots, drawn where it is not kept under this key yet.

    Nothing that somebody typed may be in it, nor anything else that is not in the key.
    """
    key = (get_language(), key)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= MOST:
            _kept.clear()
        found = _kept[key] = tuple(draw().split(SLOT))
    return found


def filled(around: tuple[str, ...], typed: Iterable[str]) -> SafeString:
    """The HTML with what was typed in its slots, made harmless."""
    first, *others = around
    pairs = zip(typed, others, strict=True)
    return SafeString(first + "".join(conditional_escape(text) + piece for text, piece in pairs))


def once(key: Hashable, draw: Callable[[], str], *typed: str) -> SafeString:
    """The HTML that is kept under this key, with what was typed in its slots."""
    return filled(pieces(key, draw), typed)


def forget() -> None:
    """Draw everything anew."""
    _kept.clear()
