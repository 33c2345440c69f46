"""Shapes that several kinds of content share."""

from readiness.catalogue.shapes import items, one_of, text

SLUG = text(80, pattern=r"[a-z0-9]+(-[a-z0-9]+)*")
SLUGS = items(SLUG, least=0)
LINES = items(text(500))
PARAGRAPH = text(1500)
PRINCIPLES = items(one_of("not-an-it-project", "different-approach-and-skills"), least=0)
