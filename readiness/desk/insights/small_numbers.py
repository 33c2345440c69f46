"""Which numbers are withheld, so that nobody can tell what one organisation said. Pure.

The rule: a number is shown only if the organisations that it counts, and those that it leaves
over, are none or at least five; and whatever is withheld adds up to none or at least five, so that
taking what is shown from a total leads to no smaller group. Five is what product.md asks of the
groups of a round of voices, where the next smallest group is folded in for the same reason.

The rule holds for a page with its file; against the page without its nation or its service; against
the page on which nations or services stand side by side; and against the same page of any other months
(see `ends.py`). It cannot hold against every three pages, nor against those of another day, when one more
case was sent: who may see them may open each case as well.
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
    shut: bool = False,
) -> Withheld[Key]:
    """What to withhold of a total and its parts; ``also`` are parts that are withheld already, and
    with ``shut`` the total is.

    ``outside`` are those that the page's filters leave out: who knows the total without the
    filters can subtract. None where there are no filters.
    """
    hidden = {key for key, numbers in parts.items() if key in also or small_in(numbers)}
    if not shut and not small_in(whole) and not small_in(outside or ()):
        hidden = _grown(hidden, whole, parts)
        if not _open(hidden, whole, parts):
            return Withheld(frozenset(hidden), whole=False)
    if outside is not None:
        hidden = _grown(hidden, added([whole, outside]), parts)
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
    shown = added(numbers for key, numbers in parts.items() if key not in hidden)
    return small_in(taken(whole, shown) if shown else whole)


def added(many: Iterable[Numbers]) -> Numbers:
    """Their sum, place by place."""
    return tuple(map(sum, zip(*many, strict=True)))


def taken(whole: Numbers, part: Numbers) -> Numbers:
    """What is left of the whole without the part, place by place."""
    return tuple(n - k for n, k in zip(whole, part, strict=True))


def small_in(numbers: Numbers) -> set[int]:
    """The places of the small ones among these numbers."""
    return {place for place, number in enumerate(numbers) if small(number)}
