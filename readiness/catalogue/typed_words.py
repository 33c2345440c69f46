"""Product words that an editor types: plain words, which no text can keep the guide busy with.

Each text of a need is held against all of them, and a careless regular expression can take hours over
one text. So in the admin only plain words can be added. Anything else is written in the files, where
the tests try it on their examples first.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from readiness.catalogue.admin_forms import PublishingForm
from readiness.catalogue.contents import contents

LONGEST = 60  # letters of a word
MOST_WAYS = 40  # ways to write one, such as “app” and “apps”
_LETTER = r"[\w '’&-]"
_WAY = rf"(?:{_LETTER}\??)+"
_PART = re.compile(rf"\(\?:({_WAY}(?:\|{_WAY})*)\)(\??)|({_LETTER})(\??)")
_PLAIN = re.compile(rf"(?:\(\?:{_WAY}(?:\|{_WAY})*\)\??|{_LETTER}\??)+")


def ways(word: str) -> list[str]:
    """Every text that plain words stand for; none where they are not plain, or stand for too many."""
    if len(word) > LONGEST or not _PLAIN.fullmatch(word):
        return []
    parts = []
    for group, may_miss, letter, letter_may_miss in _PART.findall(word):
        written = [way for each in group.split("|") for way in ways(each)] if group else [letter]
        parts.append([*written, ""] if may_miss or letter_may_miss else written)
        if _times(parts) > MOST_WAYS:
            return []
    return ["".join(each).lower() for each in product(*parts)]


def _times(parts: Iterable[list[str]]) -> int:
    found = 1
    for part in parts:
        found *= len(part)
    return found


class ProductWordForm(PublishingForm):
    """Product words that are to be published: those that are new are plain, and not there twice."""

    class Meta:
        help_texts = {
            "words": gettext_lazy(
                "New words are plain: letters, figures, spaces and hyphens. A ? follows a letter that "
                "may be missing, and (?:this|that) is either of two. Anything else is written in the "
                "files, where it is tried on examples first."
            )
        }

    def clean_words(self) -> list[str]:
        """The words, as they were typed."""
        words: list[str] = self.cleaned_data["words"]
        kind = self.cleaned_data.get("kind")
        stood = self.was.words if self.was and self.was.kind == kind else []
        there = {way for word in (*stood, *self._elsewhere(kind)) for way in ways(word)}
        if told := list(_faults([word for word in words if word not in stood], there)):
            raise ValidationError(told)
        return words

    def _elsewhere(self, kind: str | None) -> Iterator[str]:
        """The words of the other entries of this kind."""
        for each in contents().product_words.values():
            if each.kind == kind and each.pk != self.instance.pk:
                yield from each.words


def _faults(new: Iterable[str], there: set[str]) -> Iterator[str]:
    for word in new:
        written = ways(word)
        if not all(map(str.strip, written or [""])):
            yield _("“{word}” is not plain words, or too long.").format(word=word[:LONGEST])
        elif len(set(written)) < len(written) or not there.isdisjoint(written):
            yield _("“{word}” is there twice.").format(word=word)
        there.update(written)
