"""From single voices to what may be shown: groups of five or more, and nothing of fewer.

Four rules, in docs/decisions/0015: a group that is shown has five voices or more, and so has each
of its questions; there is no total from which a hidden group could be told; sizes and shares are
told in a few steps; and before anything is read from the counts, each is moved a little at random,
so that even whoever knows all the other voices cannot tell one for certain.
"""

import secrets
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from readiness.cases import heard
from readiness.cases.heard import CONTROL, CONTROL_LEVELS, COULD_USE, EVERYONE, NOT_SURE, OTHERS

ENOUGH = 5
STANDS_OUT = 2  # how far an answer must lead to be called the most common
Answer = str | int
Blur = Callable[[str, str, Answer], int]  # how far to move the count of a group’s answer
_CHANCE = secrets.SystemRandom()


@dataclass(frozen=True)
class Cast:
    """One voice: its group, and its answers by question; a question that was skipped is missing."""

    group: str
    answers: Mapping[str, Answer]


def by_chance(_group: str, _question: str, _answer: Answer) -> int:
    """Nought three times in five, one up or down in about one of three, seldom more."""
    return _failures() - _failures()


def _failures() -> int:
    tries = 0
    while _CHANCE.randrange(4) == 0:
        tries += 1
    return tries


def groups(voices: Sequence[Cast], blur: Blur = by_chance) -> list[dict[str, Any]]:
    """What may be shown of these voices, as it is kept on a case; empty for fewer than five."""
    return [_told(name, cast, blur) for name, cast in _pools(voices)]


def _pools(voices: Sequence[Cast]) -> Iterator[tuple[str, Sequence[Cast]]]:
    """The groups that are shown. Small ones go to the others, and the smallest of the rest too
    where the others would stay too few; where that would leave no group, the few are left out."""
    large = _large_enough(voices)
    rest = [each for each in voices if each.group not in large]
    if 0 < len(rest) < ENOUGH and len(large) > 1:
        large.pop()
        rest = [each for each in voices if each.group not in large]
    for name in heard.ASKED:
        if name in large:
            yield name, [each for each in voices if each.group == name]
    if len(rest) >= ENOUGH:
        yield OTHERS if large else EVERYONE, rest


def _large_enough(voices: Sequence[Cast]) -> list[str]:
    """The groups of five or more, the largest first; of equals, people who draw on care stay."""
    count = Counter(each.group for each in voices)
    found = [name for name in heard.ASKED if count[name] >= ENOUGH]
    return sorted(found, key=lambda name: -count[name])


def _told(name: str, voices: Sequence[Cast], blur: Blur) -> dict[str, Any]:
    size = max(ENOUGH, len(voices) + blur(name, "", ""))
    steps = list(heard.SIZES)
    said = {}
    for question in _questions(voices):
        given = [each.answers[question] for each in voices if question in each.answers]
        if len(given) >= ENOUGH:
            said[question] = _said(name, question, given, blur)
    return {"group": name, "size": steps[bisect_right(steps, size) - 1], "said": said}


def _questions(voices: Sequence[Cast]) -> list[str]:
    """Every question that was answered, in an order that hangs on no voice."""
    asked = {question for each in voices for question in each.answers}
    return sorted(asked - {CONTROL, COULD_USE}) + [q for q in (CONTROL, COULD_USE) if q in asked]


def _said(name: str, question: str, given: Sequence[Answer], blur: Blur) -> dict[str, Any]:
    there = Counter(given)
    counts = {
        answer: max(0, there[answer] + blur(name, question, answer))
        for answer in heard.answers_to(question)
    }
    # Not how many know, but how many seem to: who does not know must not be told from this either.
    known = sum(count for answer, count in counts.items() if answer != NOT_SURE)
    middle = _middle(question, counts) if known >= ENOUGH else None
    most, share = _most(counts)
    return {"most": most, "share": share, "middle": middle}


def _most(counts: Mapping[Answer, int]) -> tuple[Answer | None, int]:
    """The answer that leads, and its share to the nearest quarter; None where it hardly leads."""
    (first, led), (_second, next_to_it) = Counter(counts).most_common(2)
    if led - next_to_it < STANDS_OUT:
        return None, min(heard.SHARES)
    quarters = (Decimal(4 * led) / sum(counts.values())).to_integral_value()
    return first, 25 * max(1, int(quarters))


def _middle(question: str, counts: Mapping[Answer, int]) -> str | None:
    """The median on the levels of the answers, such as “1.5”; None where they have no levels."""
    if question == COULD_USE:
        return None
    levels = CONTROL_LEVELS if question == CONTROL else {n: n for n in range(4)}
    line = sorted(
        level for answer, level in levels.items() for _each in range(counts.get(answer, 0))
    )
    if not line:
        return None
    return str((Decimal(line[(len(line) - 1) // 2]) + Decimal(line[len(line) // 2])) / 2)
