"""Why a figure cannot be worked out, in a sentence: never as 0 or a blank."""

from collections.abc import Mapping

from readiness.cases.sentences.words import sentence
from readiness.catalogue.contents import Contents

CASES = ("low", "likely", "high")


def null_slugs(path: str, why: str) -> list[str]:
    """Where to look for the words, the closest first: the figure for this reason, the figure, the reason."""
    name = "-".join(part for part in path.replace("_", "-").split(".") if part not in CASES)
    return [f"null-{name}-{why}", f"null-{name}", f"null-{why}"]


def why_not(path: str, why: str, words: Mapping[str, str], contents: Contents) -> str:
    """The sentence for one figure, by its dotted name, such as "payback_months_all.low"."""
    case = path.rpartition(".")[2]
    places = {**words, "on_figures": words[f"on_{case}"]} if case in CASES else words
    said = (sentence(slug, places, contents) for slug in null_slugs(path, why))
    return next((text for text in said if text), "")
