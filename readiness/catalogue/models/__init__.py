"""What we know: the content of the guide, by slug and language."""

from readiness.catalogue.entry import Entry
from readiness.catalogue.models.anxiety import Anxiety
from readiness.catalogue.models.avenue import NATIONS, Avenue
from readiness.catalogue.models.dimension import Dimension
from readiness.catalogue.models.evidence import Evidence
from readiness.catalogue.models.product_word import ProductWord
from readiness.catalogue.models.published import ContentVersion, KeptContents, Loaded
from readiness.catalogue.models.sentence import Check, Sentence

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
    "Loaded",
    "ProductWord",
    "Sentence",
]

KINDS: tuple[type[Entry], ...] = (
    Avenue,
    Anxiety,
    Dimension,
    Check,
    Sentence,
    Evidence,
    ProductWord,
)
