"""Which numbers are withheld, so that nobody can tell what one organisation said. Pure.

The rule: a number is shown only if the organisations that it counts, and those that it leaves
over, are none or at least five; and whatever is withheld adds up to none or at least five, so that
taking what is shown from a total leads to no smaller group. Five is what product.md asks of the
groups of a round of voices, where the next smallest group is folded in for the same reason.

The rule holds for a page with its file, against the page without its filters, and for the page of
one nation against that of all nations side by side. It cannot hold against every two pages that
overlap, such as two windows of time: who may see them may open each case as well.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

LEAST = 5

# Organisations that say something, those that do not, and so on: none may be a small group.
Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Withheld[Key]:
    """The parts that are not shown, and whether their total is not shown either."""

    parts: frozenset[Key]
    whole: bool


def small(number: int) -> bool:
    """Whether it counts a few organisations, who could be recognised. None at all is nobody."""
    return 0 < number < LEAST


def withheld[Key](
    whole: Numbers,
    parts: Mapping[Key, Numbers],
    *,
    outside: Numbers | None = None,
    also: Collection[Key] = (),
) -> Withheld[Key]:
    """What to withhold of a total and its parts; ``also`` are parts withheld already.

    ``outside`` are those that the page's filters leave out: who knows the total without the
    filters can subtract. None where there are no filters.
    """
    hidden = {key for key, numbers in parts.items() if key in also or _small_in(numbers)}
    if not _small_in(whole) and not _small_in(outside or ()):
        hidden = _grown(hidden, whole, parts)
        if not _open(hidden, whole, parts):
            return Withheld(frozenset(hidden), whole=False)
    if outside is not None:
        hidden = _grown(hidden, _added([whole, outside]), parts)
    return Withheld(frozenset(hidden), whole=True)


def _grown[Key](hidden: set[Key], whole: Numbers, parts: Mapping[Key, Numbers]) -> set[Key]:
    """The hidden parts, and as many of the next smallest as it takes to hide them well."""
    grown = set(hidden)
    while places := _open(grown, whole, parts):
        help_by = {
            key: sum(numbers[place] for place in places)
            for key, numbers in parts.items()
            if key not in grown and any(numbers[place] for place in places)
        }
        if not help_by:
            break
        grown.add(min(help_by, key=help_by.__getitem__))
    return grown


def _open[Key](hidden: set[Key], whole: Numbers, parts: Mapping[Key, Numbers]) -> set[int]:
    """In which of the numbers a reader would find a small group, by taking what is shown from the
    total. Where organisations stand in several parts, what is left over is less than those hidden,
    and tells the less."""
    shown = _added(numbers for key, numbers in parts.items() if key not in hidden)
    left_over = _added([whole, [-number for number in shown]]) if shown else whole
    return _small_in(left_over)


def _added(many: Iterable[Iterable[int]]) -> Numbers:
    return tuple(map(sum, zip(*many, strict=True)))


def _small_in(numbers: Numbers) -> set[int]:
    """The places of the small ones among these numbers."""
    return {place for place, number in enumerate(numbers) if small(number)}
