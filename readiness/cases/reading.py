"""Answers as they are read: on check-your-answers, at the review desk and in the documents."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from readiness.cases.stages import STEPS
from readiness.cases.steps.step import Kept, Questions, RowsStep


@dataclass(frozen=True)
class Line:
    """One question and its answer as read; ``anchor`` is the box on the step's page."""

    name: str
    label: str
    answer: str
    anchor: str

    @property
    def paragraphs(self) -> list[str]:
        """The answer's paragraphs."""
        return [part for part in self.answer.split("\n") if part.strip()]


@dataclass(frozen=True)
class Part:
    """The lines of a step, or of one of its rows; ``title`` names the row."""

    title: str
    lines: tuple[Line, ...]


def parts(slug: str, kept: Kept | None, contents) -> list[Part]:
    """A step's answers in the order of its questions, unanswered ones with an empty answer."""
    step = STEPS[slug]
    if step.rows:
        return rows(step, kept or {}, slug)
    form = step(prefix=slug)
    form.dress(contents)
    return [Part("", tuple(_lines(form, kept or {}, slug)))]


def rows(step: type[RowsStep], kept: Kept, prefix: str) -> list[Part]:
    """The rows of a list, each under its name and number."""
    return [
        Part(f"{step.row_name} {n}", tuple(_lines(step.form(), row, f"{prefix}-{n - 1}")))
        for n, row in enumerate(kept.get("rows", []), start=1)
    ]


def _lines(form: Questions, kept: Mapping[str, Any], prefix: str) -> Iterator[Line]:
    for name, question in form.fields.items():
        yield Line(
            name=name,
            label=str(question.read_as),
            answer=question.read(kept.get(name)),
            anchor=f"{prefix}-{name}",
        )


def wording(slug: str, contents) -> dict[str, str]:
    """The words of a step's questions by name, to be frozen with a version."""
    step = STEPS[slug]
    form = step.form() if step.rows else step(prefix=slug)
    if not step.rows:
        form.dress(contents)
    return {name: str(question.label) for name, question in form.fields.items()}


def frozen(read: Iterable[Part]) -> list[dict[str, Any]]:
    """Answers as read, as plain values to keep with a version."""
    return [{"title": part.title, "lines": [asdict(line) for line in part.lines]} for part in read]


def thawed(kept: Iterable[Mapping[str, Any]]) -> list[Part]:
    """The other way: what was kept with a version."""
    return [Part(part["title"], tuple(Line(**line) for line in part["lines"])) for part in kept]
