"""Shapes that several kinds of content share."""

from readiness.catalogue.shapes import items, one_of, record, text

SLUG = text(80, pattern=r"[a-z0-9]+(-[a-z0-9]+)*")
SLUGS = items(SLUG, least=0)
LINES = items(text(500))
PARAGRAPH = text(1500)
NATIONS = ("england", "wales", "scotland", "northern-ireland")

# The sides on which somebody has looked for evidence and found none.
STANCES = items(one_of("supports", "against"), least=0)
NONE_FOUND = "The sides on which nothing was found, though we looked: supports, against."

# `reason` completes “Suggested because …”; `words` are the stems it is suggested by.
NEEDS = items(
    record(
        {
            "need": text(120),
            "reason": text(160, pattern=r".*[^.]"),
            "instead": text(240),
            "words": items(text(30, pattern=r"[a-z0-9&']+( [a-z0-9&']+)*")),
        }
    )
)
