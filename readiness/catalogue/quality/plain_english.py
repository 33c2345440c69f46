"""Whether a text is plain: short sentences, and a reading grade that most people reach."""

from collections.abc import Iterable, Iterator
from statistics import mean

from django.utils.translation import gettext as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import Dimension
from readiness.catalogue.quality.allowed import HARD_TEXTS
from readiness.catalogue.quality.reading import (
    MOST_WORDS,
    grade,
    is_measured,
    long_sentences,
)
from readiness.catalogue.quality.remark import Remark
from readiness.catalogue.texts import texts_of

HARDEST = 10  # the grade that no text may pass
IN_THE_MEAN = 7  # the grade that a kind should keep to in the mean
QUESTIONS = 6  # the same for what is asked; the sides of readiness are questions
SPOKEN_AS_WRITTEN = "en"  # the measures are those of English


def problems(words: str) -> Iterator[str]:
    """What to do about a text that is too hard, whatever it belongs to."""
    if is_measured(words) and grade(words) > HARDEST:
        yield _(
            "Use shorter words and sentences: its grade is %(grade).1f, and %(most)s is the most."
        ) % {
            "grade": grade(words),
            "most": HARDEST,
        }
    for sentence in long_sentences(words):
        yield _(
            "Split the sentence that begins “%(begins)s…”: it has more than %(most)s words."
        ) % {
            "begins": " ".join(sentence.split()[:4]),
            "most": MOST_WORDS,
        }


def mean_grade(texts: Iterable[str]) -> float:
    """The mean grade of those texts that are long enough to have one; 0 where none is."""
    grades = [grade(words) for words in texts if is_measured(words)]
    return mean(grades) if grades else 0


def too_hard(entry: Entry, content: Contents) -> Iterator[Remark]:
    """A text that is harder than any should be, but for those that are allowed with a reason."""
    if not _is_english(entry):
        return
    for text in texts_of(entry):
        name = (entry._meta.model_name, entry.slug, text.field)
        if not text.cited and name not in HARD_TEXTS:
            yield from (Remark.on_text(entry, text, to_do) for to_do in problems(text.words))


def hard_on_the_whole(entry: Entry, content: Contents) -> Iterator[Remark]:
    """An entry whose texts, taken together, are harder than its kind should be."""
    found, most = mean_grade(our_words([entry])), limit(type(entry))
    if _is_english(entry) and found > most:
        yield Remark.on(entry, _too_high(found, most))


def hard_kinds(content: Contents) -> Iterator[Remark]:
    """A kind whose texts are too hard in the mean."""
    for kind in {type(entry): None for entry in content.entries}:
        entries = [entry for entry in content.of(kind).values() if _is_english(entry)]
        found, most = mean_grade(our_words(entries)), limit(kind)
        if found > most:
            yield Remark(str(kind._meta.verbose_name_plural), "", "", "", _too_high(found, most))


def limit(kind: type[Entry]) -> int:
    """The grade that a kind should keep to in the mean."""
    return QUESTIONS if issubclass(kind, Dimension) else IN_THE_MEAN


def our_words(entries: Iterable[Entry]) -> Iterator[str]:
    """The texts of entries that are not the words of a source."""
    return (text.words for entry in entries for text in texts_of(entry) if not text.cited)


def _too_high(found: float, most: int) -> str:
    return _("Make it plainer: its mean grade is %(grade).1f, and %(most)s is the most.") % {
        "grade": found,
        "most": most,
    }


def _is_english(entry: Entry) -> bool:
    return entry.language == SPOKEN_AS_WRITTEN
