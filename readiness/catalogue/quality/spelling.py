"""Whether a text is spelt as in Britain. A program of a computer is one there too."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.quality.remark import Remark
from readiness.catalogue.texts import texts_of

# What British words share with the endings below: -size, prize, seize and their like.
NOT_AN_ENDING = r"(?!\w*(?:siz|priz|seiz|maiz|capsiz))"

AMERICAN = re.compile(
    "|".join(
        (
            rf"\b{NOT_AN_ENDING}\w{{2,}}(?:iz(?:e|es|ed|ing|er|ers|ation|ations|ational)|yz(?:e|es|ed|ing|er|ers))\b",
            r"\b(?:dis)?(?:colo|favo|flavo|harbo|hono|humo|labo|neighbo|rumo|vapo|behavio|endeavo)r(?:s|ed|ing|ful|ite|ites|able|al|hood|ly)?\b",
            r"\b(?:cent|theat|fib|lit|calib|kilomet|centimet|millimet)er(?:s|ed|ing)?\b",
            r"\b(?:catalog|analog|dialog)(?:s|ed|ing)?\b",
            r"\b(?:defense|offense|pretense)s?\b",
            r"\b(?:travel|cancel|label|model|fuel|counsel|signal|total|level|channel|tunnel|jewel|dial|equal)(?:ed|ing|er|ers|or|ors)\b",
            r"\b(?:enroll?ment|installment|fulfill|fulfillment|skillful|willful|enroll)s?\b",
            r"\b(?:the|a|an|this|each|our|their|its|training|research|care|support|national|funding|health|work)\s+programs?\b(?= (?:of|for|to|in|with)\b)",
            r"\b(?:a|the|per|each|software|driving|site)\s+licenses?\b",
            r"\b(?:to|you|they|we|staff)\s+practice\b|\bpractic(?:ed|ing)\b",
            r"\b(?:gray|aging|aluminum|artifacts?|gotten|skeptic\w*|pediatric\w*|anesthe\w+|orthopedic\w*|jewelry|pajamas|maneuver\w*|mom|plow\w*|sulfur|tires?(?= on)|check ?books?)\b",
        )
    ),
    re.IGNORECASE,
)


def american(entry: Entry, content: Contents) -> Iterator[Remark]:
    """A word spelt as in America, outside the words of a source."""
    if entry.language != "en":
        return
    for text in texts_of(entry):
        if not text.cited and (found := american_word(text.words)):
            yield Remark.on_text(entry, text, _("Spell “%s” as in Britain.") % found)


def american_word(words: str) -> str:
    """The first word of a text that is spelt as in America, or nothing."""
    found = AMERICAN.search(words)
    return found[0] if found else ""
