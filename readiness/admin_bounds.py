"""What a list in the admin may be asked, so that no address of one is an error or keeps it busy."""

from typing import Any

LONGEST_SEARCH = 100


class Bounded:
    """For a ModelAdmin: no patterns in addresses, which anybody could make slow, and short searches."""

    def lookup_allowed(self, lookup: str, value: str, request: Any) -> bool:
        """As Django has it, but for regular expressions."""
        return "regex" not in lookup and super().lookup_allowed(lookup, value, request)  # type: ignore[misc]

    def get_search_results(self, request: Any, queryset: Any, search_term: str) -> Any:
        """As Django has it, of the first letters of what is searched for."""
        return super().get_search_results(request, queryset, search_term[:LONGEST_SEARCH])  # type: ignore[misc]
