"""Pages of a long list that is never counted to its end, and never skipped through."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST = 1000  # beyond this many, a filter or a search finds a case sooner than the next page


class FirstThousand(Paginator):
    """Counts and shows the first thousand; `more` says whether there are others."""

    @cached_property
    def _found(self) -> int:
        found: Any = self.object_list
        return len(found.order_by().values_list("pk", flat=True)[: MOST + 1])

    @cached_property
    def count(self) -> int:
        """How many there are, up to a thousand."""
        return min(self._found, MOST)

    @property
    def more(self) -> bool:
        """Whether there are more than are shown."""
        return self._found > MOST
