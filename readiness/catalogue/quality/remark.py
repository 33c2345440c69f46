"""What a check says of an entry."""

from dataclasses import dataclass
from typing import Self

from readiness.catalogue.entry import Entry
from readiness.catalogue.texts import Text

BEGINNING = 60  # characters


@dataclass(frozen=True)
class Remark:
    """Where something stands, and what to do about it.

    `field` is the way to it, as in “needs, item 2, instead”, and empty for the whole entry;
    `begins` is how its text begins, and empty where there is none.
    """

    kind: str
    slug: str
    field: str
    begins: str
    to_do: str

    @classmethod
    def on(cls, entry: Entry, to_do: str, field: str = "", words: str = "") -> Self:
        """A remark on a field of an entry."""
        kind = str(entry._meta.verbose_name)
        begins = words if len(words) <= BEGINNING else f"{words[:BEGINNING].rstrip()}…"
        return cls(kind, entry.slug, field, begins, to_do)

    @classmethod
    def on_text(cls, entry: Entry, text: Text, to_do: str) -> Self:
        """A remark on a text of an entry."""
        return cls.on(entry, to_do, text.field, text.words)

    @property
    def name(self) -> str:
        """The name of the field that an editor would look for."""
        return self.field.partition(",")[0]

    def __str__(self) -> str:
        quoted = f"“{self.begins}”" if self.begins else ""
        return ": ".join(
            filter(None, (f"{self.kind} {self.slug}".strip(), self.field, quoted, self.to_do))
        )
