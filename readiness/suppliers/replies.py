"""A supplier's answers set beside what is asked today."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from readiness.cases.steps.step import Kept
from readiness.suppliers.asked import Asked
from readiness.suppliers.following import follow, plain


@dataclass(frozen=True)
class Placed:
    """What is asked, None where it is asked no longer; and what was recorded, empty where nothing was."""

    asked: Asked | None
    row: Kept = field(default_factory=dict)

    @property
    def before(self) -> str:
        """The words that it was recorded about, where they are others today."""
        words = self.row.get("asked", "")
        if self.asked is None or self.asked.about or plain(words) == plain(self.asked.words):
            return ""
        return words

    @property
    def words(self) -> str:
        """The words that are asked, or were."""
        return self.asked.words if self.asked else self.row.get("asked", "")


def placed(asked: Sequence[Asked], rows: Sequence[Kept]) -> list[Placed]:
    """Everything that is asked with what was recorded of it; at the end what is asked no longer."""
    place = _places(asked, rows)
    found = [Placed(each, rows[place[n]] if n in place else {}) for n, each in enumerate(asked)]
    left = [row for m, row in enumerate(rows) if m not in place.values()]
    return found + [Placed(None, row) for row in left]


def _places(asked: Sequence[Asked], rows: Sequence[Kept]) -> dict[int, int]:
    """Which row each thing that is asked has: an assurance by its name, a requirement by its words."""
    by_words = [m for m, row in enumerate(rows) if not row.get("about")]
    wanted = [n for n, each in enumerate(asked) if not each.about]
    went = follow([asked[n].words for n in wanted], [rows[m].get("asked", "") for m in by_words])
    named = {row["about"]: m for m, row in enumerate(rows) if row.get("about")}
    found = {wanted[n]: by_words[m] for n, m in went.items()}
    return found | {n: named[a.about] for n, a in enumerate(asked) if a.about in named}


def by_question(asked: Sequence[Asked], kept: Kept) -> dict[str, Kept]:
    """The rows that say something, each under one name for as long as it is about the same thing."""
    found: dict[str, Kept] = {}
    for each in placed(asked, kept.get("rows", [])):
        about = each.asked.about if each.asked else each.row.get("about", "")
        name = _name(about, each.words)
        while name in found:
            name += "-again"
        if each.row:
            found[name] = each.row
    return found


def _name(about: str, words: str) -> str:
    """A name that an input of a page can bear, and that stays when the list is put in another order."""
    return sha256(f"{about}\n{plain(words)}".encode()).hexdigest()[:12]
