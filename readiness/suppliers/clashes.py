"""Where two people recorded the same of a supplier: both are shown, and one is chosen."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from readiness.cases.number_fields import Number
from readiness.cases.rows import typed_rows
from readiness.cases.steps.step import Kept
from readiness.suppliers import recording
from readiness.suppliers.forms import SAID, UNKNOWN
from readiness.suppliers.opened import Opened
from readiness.suppliers.recording import Clash, together

CHOOSE, THEIRS = "choose-", "theirs"


def page(opened: Opened, found: Clash) -> HttpResponse:
    """The page with what both wrote; what only one of them changed goes along."""
    theirs = opened.apart(found.theirs.kept)
    mine = opened.apart(opened.change(_valid(opened)).kept)
    both = [
        {
            "name": name,
            "label": _label(opened, mine.get(name) or theirs.get(name)),
            "mine": _read(opened, mine.get(name)),
            "theirs": _read(opened, theirs.get(name)),
        }
        for name in found.names
    ]
    posted = opened.step.as_typed(together(found.merged), opened.name)
    posted["private"] = opened.posted.get("private", "")
    values = {
        "visit": opened.visit,
        "case": opened.visit.case,
        "organisation": opened.answers.organisation,
        "page": {"name": f"{opened.supplier.name} · {opened.step.page.name}"},
        "both": both,
        "theirs": found.theirs,
        "posted": posted.items(),
    }
    return render(opened.request, "cases/clash.html", values, status=409)


def _valid(opened: Opened) -> Any:
    form = opened.posted_form()
    form.is_valid()
    return form


def chosen(opened: Opened) -> QueryDict:
    """What was posted, with what they recorded in place of mine wherever that was chosen. Mine is
    put into the history then, whatever becomes of this press."""
    posted = opened.request.POST
    names = {n.removeprefix(CHOOSE) for n in posted if n.startswith(CHOOSE) and posted[n] == THEIRS}
    if not names or f"{opened.name}-TOTAL_FORMS" not in posted:
        return posted
    if opened.row.version:
        change = opened.change(_valid(opened))
        recording.set_aside(opened.row, change.kept, by=change.by, at=change.at)
    theirs = opened.apart(opened.row.kept)
    mine = opened.apart({"rows": [_texts(row) for row in typed_rows(opened.name, posted)]})
    put = {name: theirs.get(name) for name in names}
    kept = {name: value for name, value in {**mine, **put}.items() if value is not None}
    found = QueryDict(mutable=True)
    found.update(opened.step.as_typed(together(kept), opened.name))
    for name in ("base", "private"):
        found[name] = posted.get(name, "")
    return found


def _texts(row: dict[str, list[str]]) -> Kept:
    return {name: texts[0] for name, texts in row.items() if texts}


def _label(opened: Opened, value: Any) -> str:
    """What was asked, or the name of the list."""
    return value["asked"] if isinstance(value, dict) else str(opened.step.page.name)


def _read(opened: Opened, value: Any) -> str:
    """One answer with its note; a list of rows as its lines."""
    if isinstance(value, dict):
        said = SAID[value.get("said", UNKNOWN)].label
        return "\n".join(filter(None, [str(said), value.get("note", "")]))
    questions = opened.step.fields_of()
    return "\n".join(" · ".join(_told(row, questions)) for row in value or [])


def _told(row: Kept, questions: Mapping[str, Any]) -> Iterator[str]:
    """What a row says; a figure with its name."""
    for name, question in questions.items():
        if row.get(name) not in (None, question.default):
            text = question.read(row[name])
            yield f"{question.read_as}: {text}" if isinstance(question, Number) else text
