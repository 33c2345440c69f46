"""What a topic is: its sentences by slug in their order, each with when it fits."""

from collections.abc import Callable, Mapping

from readiness.cases.rules import ruling
from readiness.cases.sentences.shown import Shown

Topic = Mapping[str, Callable[[Shown], bool]]


def otherwise(_shown: Shown) -> bool:
    """The last of a topic."""
    return True


def rules(shown: Shown, slug: str) -> bool:
    """Whether this is the verdict on the case."""
    return ruling(shown.facts) == slug
