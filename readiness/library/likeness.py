"""Which words of the library somebody means by a word as they typed it: other endings, slips."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

OTHER_FORM, BEGINNING = 0.8, 0.4  # how much such a word counts of the word itself
ENDINGS = ("ings", "ing", "ies", "ed", "es", "s", "y", "e")
SHORTEST_ROOT = 4  # letters
NO_ENDING = frozenset(("evening", "during"))  # not more of “even”, nor of “dure”
DOUBLE = frozenset(("ll", "ss", "ff"))  # as in “fall”, which is no more of “fal”
SHORTEST_SLIP, ALIKE = 5, 0.8  # letters of a word that is read as another; how alike the two are


class Vocabulary:
    """The words that stand in the library, and those that are meant by a word that was typed."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(words)
        self.by_root: dict[str, list[str]] = defaultdict(list)
        for word in self.words:
            self.by_root[root(word)].append(word)

    def meant(self, word: str) -> dict[str, float]:
        """Its forms, and what begins with it; each with how much it counts of the word itself."""
        found = dict.fromkeys(self._from(singular(word)), BEGINNING)
        found |= dict.fromkeys(self.by_root.get(root(word), ()), OTHER_FORM)
        same = singular(word)
        return found | {each: 1 for each in found if singular(each) == same}

    def nearest(self, word: str) -> str:
        """The word that a word with a slip in it was meant to be; nothing where none is near."""
        if len(word) < SHORTEST_SLIP:
            return ""
        found = get_close_matches(word, list(self._from(word[0])), n=1, cutoff=ALIKE)
        return found[0] if found else ""

    def _from(self, start: str) -> Iterable[str]:
        """The words that begin so."""
        at = bisect_left(self.words, start)
        while at < len(self.words) and self.words[at].startswith(start):
            yield self.words[at]
            at += 1


def singular(word: str) -> str:
    """The word without the s of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def root(word: str) -> str:
    """What a word shares with its other forms: “leav” of leave, leaves and leaving."""
    if word in NO_ENDING or word.endswith("ss"):
        return word
    cut = (word.removesuffix(each) for each in ENDINGS if word.endswith(each))
    found = next((each for each in cut if len(each) >= SHORTEST_ROOT), word)
    doubled = found != word and found[-1] == found[-2] and found[-2:] not in DOUBLE
    return found[:-1] if doubled else found
