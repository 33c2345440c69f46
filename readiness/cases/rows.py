"""Adding a row to a list, taking one out and putting it back, in what was typed so far."""

import re

from django.http import QueryDict

from readiness.cases.steps.step import RowsStep

Typed = dict[str, list[str]]

MOST_ROWS = 60  # no list has more


def changed(
    step: type[RowsStep], posted: QueryDict, *, prefix: str = ""
) -> tuple[QueryDict, Typed]:
    """What was typed after the press of a button, and the row that was taken out, if one was.

    ``prefix`` is what the inputs' names begin with, where that is not the step's slug.
    """
    slug = prefix or step.page.slug
    listed = typed_rows(slug, posted)
    removed: Typed = {}
    if "add" in posted:
        listed.append(_new_row(step))
    elif "restore" in posted:
        listed.append(_row_of(posted.get("restore_row", "")))
    else:
        place = _place(posted.get("remove", ""))
        if place is not None and place < len(listed):
            removed = listed.pop(place)
    return _posted(slug, listed[: step.absolute_max]), removed


def focus(step: type[RowsStep], typed: QueryDict, removed: Typed, *, prefix: str = "") -> str:
    """Where the page is to open after the press, as the end of an address: at the new row's first
    question, or at the word that one was taken out."""
    slug, first = prefix or step.page.slug, next(iter(step.fields_of()))
    last = len(typed_rows(slug, typed)) - 1
    return "#taken-out" if removed else f"#{slug}-{last}-{first}"


def typed_row(removed: Typed) -> str:
    """A row that was taken out, as one hidden input can carry it."""
    data = QueryDict(mutable=True)
    for name, texts in removed.items():
        data.setlist(name, texts)
    return data.urlencode()


def _new_row(step: type[RowsStep]) -> Typed:
    fields = step.fields_of()
    return {name: [fields[name].box(value)] for name, value in step.defaults({}).items()}


def _row_of(text: str) -> Typed:
    return dict(QueryDict(text[:60_000]).lists())


def typed_rows(slug: str, posted: QueryDict) -> list[Typed]:
    """The rows as they were posted, in order: for each the texts of its inputs, by name."""
    total = posted.get(f"{slug}-TOTAL_FORMS", "")
    count = int(total[:4]) if total.isascii() and total.isdigit() else 0
    listed: list[Typed] = [{} for _n in range(min(count, MOST_ROWS))]
    pattern = re.compile(rf"{re.escape(slug)}-([0-9]{{1,4}})-(.+)")
    for name, texts in posted.lists():
        found = pattern.fullmatch(name)
        if found and int(found[1]) < len(listed):
            listed[int(found[1])][found[2]] = texts
    return listed


def _posted(slug: str, listed: list[Typed]) -> QueryDict:
    data = QueryDict(mutable=True)
    data[f"{slug}-TOTAL_FORMS"], data[f"{slug}-INITIAL_FORMS"] = str(len(listed)), "0"
    for n, row in enumerate(listed):
        for name, texts in row.items():
            data.setlist(f"{slug}-{n}-{name}", texts)
    return data


def _place(text: str) -> int | None:
    """A row's place from its number on the page; None where it is no number from 1."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0
    return number - 1 if number else None
