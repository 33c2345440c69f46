"""What a list in the admin may be asked, so that no address of one is an error or keeps it busy."""

from typing import Any

LONGEST_SEARCH = 100
LONGEST_KEY = 19  # digits; no database counts further


class Bounded:
    """For a ModelAdmin: addresses ask for no more than its filters do, and searches are short."""

    def lookup_allowed(self, lookup: str, value: str, request: Any) -> bool:
        """As Django has it, but of the fields that are filtered by alone, and without patterns, which
        anybody could make slow."""
        filters = self.get_list_filter(request)  # type: ignore[attr-defined]
        names = {getattr(each, "parameter_name", each) for each in filters}
        if lookup.partition("__")[0] not in names or "regex" in lookup:
            return False
        return super().lookup_allowed(lookup, value, request)  # type: ignore[misc]

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """As Django has it, of the first letters of what is searched for."""
        return super().get_search_results(request, queryset, search_term[:LONGEST_SEARCH])  # type: ignore[misc]
