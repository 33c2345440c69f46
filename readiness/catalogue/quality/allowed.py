"""Texts that may be harder than the rest, each with its reason."""

# (kind, slug, field): the reason.
HARD_TEXTS: dict[tuple[str | None, str, str], str] = {}
