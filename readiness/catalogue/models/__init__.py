"""What we know: the content of the guide, by slug and language."""

from readiness.catalogue.entry import Entry
from readiness.catalogue.models.anxiety import Anxiety
from readiness.catalogue.models.avenue import Avenue
from readiness.catalogue.models.dimension import Dimension
from readiness.catalogue.models.evidence import Evidence
from readiness.catalogue.models.lesson import Lesson
from readiness.catalogue.models.other_way import OtherWay
from readiness.catalogue.models.parts import NATIONS
from readiness.catalogue.models.principle import Principle
from readiness.catalogue.models.product_word import ProductWord
from readiness.catalogue.models.published import ContentVersion, KeptContents, Loaded
from readiness.catalogue.models.sentence import Check, Sentence
from readiness.catalogue.models.term import Term

__all__ = [
    "KINDS",
    "NATIONS",
    "Anxiety",
    "Avenue",
    "Check",
    "ContentVersion",
    "Dimension",
    "Evidence",
    "KeptContents",
    "Lesson",
    "Loaded",
    "OtherWay",
    "Principle",
    "ProductWord",
    "Sentence",
    "Term",
]

KINDS: tuple[type[Entry], ...] = (
    Avenue,
    Anxiety,
    Dimension,
    Check,
    Sentence,
    Evidence,
    ProductWord,
    OtherWay,
    Principle,
    Lesson,
    Term,
)
