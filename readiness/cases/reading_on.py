"""From a step to the library and back, or to another page of the case: what was typed is kept
first, so that nothing is lost.

A press of a button named “look” says what to look at: “evidence”, a kind with its slug, such as “avenue:crm”,
a page of the case, or another that leads back to it. It is a button of the step's own form, so it works
without JavaScript.
"""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from readiness.cases import beside, step_page
from readiness.cases.stages import STEPS, AnyStep
from readiness.catalogue.contents import Contents

# The pages of the case that a step leads to by a button of its form, by what the button says.
CASE_PAGES = {"steps": "case", "check": "check", "save": "save"}
# And the pages beside the case that know the way back to it.
LEADING_BACK = (
    *("library", "share-a-lesson", "get-in-touch"),
    *("who-we-are", "privacy", "cookies", "accessibility", "terms"),
)


def address(view) -> str:
    """Where a press leads, into the library with the way back to this step. What we do not have
    leads to all findings."""
    kind, _colon, slug = view.request.POST["look"].partition(":")
    if kind in CASE_PAGES:
        anchor = f"#{view.steps.current}" if kind == "check" else ""
        return reverse(CASE_PAGES[kind], args=[view.visit.case.pk]) + anchor
    if kind == "talk":
        return reverse("talk", args=[view.visit.case.pk, view.steps.current])
    back = view.get_step_url(view.steps.current)
    if view.request.GET.get("from") == "check":
        back += "?from=check"
    if kind in LEADING_BACK:
        return reverse(kind, query={"back": back})
    if slug in _known(kind, view.contents):
        return reverse(f"library-{kind}", args=[slug], query={"back": back})
    return reverse("library-evidence", query={**_filters(view), "back": back})


def _known(kind: str, contents: Contents) -> Mapping[str, Any]:
    """What there is to look at of a kind, by slug."""
    kinds: dict[str, Mapping[str, Any]] = {
        "avenue": contents.avenues,
        "anxiety": contents.anxieties,
        "other-way": contents.other_ways,
    }
    return kinds.get(kind, {})


def _filters(view) -> dict[str, str]:
    """What bears on the step: the worry or principle behind it, and the avenue where one is chosen."""
    page, chosen = STEPS[view.steps.current].page, step_page.chosen(view.storage.answers)
    found = {"anxiety": page.worry, "theme": page.theme}
    own = beside.on_avenues(chosen, page.worry, view.contents) if page.own_findings else []
    if len(chosen) == 1 and (len(own) >= beside.MOST or not any(found.values())):
        found["avenue"] = chosen[0]
    return {name: slug for name, slug in found.items() if slug}


def typed_anything(view) -> bool:
    """Whether the boxes hold anything but what the page filled in itself."""
    step = STEPS[view.steps.current]
    filled = step_page.initial(view, step)
    before = step.as_typed({"rows": filled} if step.rows else filled, step.page.slug)
    return _boxes(step, dict(view.request.POST.lists())) != _boxes(step, before)


def _boxes(step: AnyStep, posted: Mapping[str, Any]) -> dict[str, list[str]]:
    """What stands in the step's boxes; empty ones, and the defaults of an empty row, do not count."""
    own = f"{step.page.slug}-"
    found = {}
    for name, texts in posted.items():
        if name.startswith(own) and not name.endswith("_FORMS"):
            texts = texts if isinstance(texts, list) else [texts]
            found[name] = sorted(_lines(text) for text in texts if text not in (None, ""))
    return {name: texts for name, texts in found.items() if texts and texts != _usual(step, name)}


def _lines(text: Any) -> str:
    """The text with line ends as they are kept; browsers send two signs for each."""
    return "\n".join(str(text).splitlines())


def _usual(step: AnyStep, name: str) -> list[str]:
    """What a new row holds in this box before anything is typed."""
    question = step.fields_of().get(name.rpartition("-")[2]) if step.rows else None
    return (
        [str(question.box(question.default))] if question and question.default is not None else []
    )
