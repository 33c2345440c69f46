"""What the checks find on one case, in the words of the catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readiness.cases.amounts import listed
from readiness.cases.checks.registry import CONDITIONS
from readiness.cases.facts import Facts
from readiness.catalogue.contents import Contents
from readiness.catalogue.models import Check
from readiness.catalogue.solution_first import starts_from_product

_SEVERITIES = ("stop", "warn", "note")
_ANY_STEP = ("anxiety-SLUG", "readiness-DIMENSION")


@dataclass(frozen=True)
class Finding:
    """One thing that a check found. `step` is where to mend it, the first where there are several.

    `about` names what is in question: the worries, the sides of readiness, or what the person wrote
    (a cost, a saving, an outcome, a risk: hostile until escaped). Empty where the title says all.
    `steps` are all the places to mend it, in the order of the names in `about`.
    """

    slug: str
    title: str
    severity: str
    why: str
    what: str
    step: str
    about: str = ""
    steps: tuple[str, ...] = ()

    @property
    def weight(self) -> str:
        """How much it weighs, in words."""
        return str(Check.Severity(self.severity).label)


def findings(facts: Facts, contents: Contents) -> list[Finding]:
    """What stops first, then warnings, then notes; each in the order of the catalogue."""
    found = [
        finding for check in contents.checks.values() for finding in _found(check, facts, contents)
    ]
    return sorted(found, key=lambda finding: _SEVERITIES.index(finding.severity))


def _found(check: Check, facts: Facts, contents: Contents) -> Iterator[Finding]:
    result = _result(check.slug, facts, contents)
    cases = [] if isinstance(result, bool) else list(result)
    if not result:
        return
    if check.step in _ANY_STEP:
        yield _finding(check, cases, _quoted([name_of(step, contents) for step in cases]))
    else:
        yield _finding(check, [check.step], _quoted(cases))


def _result(slug: str, facts: Facts, contents: Contents) -> bool | Sequence[str]:
    """A check that somebody added in the catalogue has no condition, and finds nothing."""
    if slug in READS_CONTENT:
        return READS_CONTENT[slug](facts, contents)
    return CONDITIONS[slug](facts) if slug in CONDITIONS else False


def _starts_from_a_product(facts: Facts, contents: Contents) -> bool:
    problem = facts.text("need", "problem")
    return starts_from_product(problem, contents.product_words.values()) is not None


# Checks whose condition is content too.
READS_CONTENT = {"starts-from-a-product": _starts_from_a_product}


def _finding(check: Check, steps: Sequence[str], about: str) -> Finding:
    return Finding(
        slug=check.slug,
        title=check.title,
        severity=check.severity,
        why=check.why_it_matters,
        what=check.what_to_do,
        step=steps[0],
        about=about,
        steps=tuple(steps),
    )


def _quoted(cases: Sequence[str]) -> str:
    named = [f"“{case}”" for case in dict.fromkeys(cases) if case]
    return listed(named) if named else ""


def name_of(step: str, contents: Contents) -> str:
    """The worry of an anxiety's step, or the name of a side of readiness."""
    kind, _hyphen, slug = step.partition("-")
    entries: Mapping[str, object] = contents.anxieties if kind == "anxiety" else contents.dimensions
    return str(entries.get(slug, slug))
