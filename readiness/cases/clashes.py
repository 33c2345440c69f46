"""Where two people changed the same answer: both are shown side by side, and one is chosen.

The other one stays in the history of the case: theirs was saved, and mine is put there.
"""

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from readiness.cases import answers, reading
from readiness.cases.answers import Clash
from readiness.cases.stages import STEPS, AnyStep
from readiness.cases.steps.step import Kept
from readiness.catalogue.contents import Contents

# Of an answer that the other alone changed theirs goes along, without a choice.
CHOOSE, THEIRS, ALONG = "choose-", "theirs", "along"


def page(view, found: Clash) -> HttpResponse:
    """The page with what both wrote; what only the other changed goes along as chosen."""
    slug, theirs, posted = view.steps.current, found.theirs, view.request.POST
    form = view.get_form(data=posted)
    form.is_valid()
    both = [
        {
            "name": name,
            "label": _label(form, name),
            "mine": _read(form, slug, form.sound, name, view.contents),
            "theirs": _read(form, slug, theirs.kept, name, view.contents),
        }
        for name in found.names
    ]
    along = [(n, text) for n, texts in posted.lists() for text in texts if _goes_along(n, slug)]
    along += [(f"{CHOOSE}{name}", ALONG) for name in found.only_theirs]
    values = {"view": view, "page": form.page, "step": slug, "both": both, "theirs": theirs}
    values |= {"posted": along, "case": view.visit.case, "visit": view.visit}
    values |= {"organisation": view.storage.answers.organisation}
    return render(view.request, "cases/clash.html", values, status=409)


def settled(view, posted: QueryDict) -> QueryDict:
    """What was posted with the choices made in it. What the person wrote and did not choose is put
    into the history, whatever becomes of this press."""
    slug = view.steps.current
    row = view.storage.answers.rows.get(slug)
    passed_over = [name for name in _names(STEPS[slug]) if posted.get(f"{CHOOSE}{name}") == THEIRS]
    if passed_over and row:
        form = view.get_form(data=posted)
        form.is_valid()
        mine = {name: form.sound[name] for name in passed_over if name in form.sound}
        by, now = view.visit.link.label, timezone.now()
        answers.set_aside(row, {**row.kept, **mine}, by=by, at=now)
    return chosen(STEPS[slug], posted, row.kept if row else {})


def chosen(step: AnyStep, posted: QueryDict, theirs: Kept) -> QueryDict:
    """What was posted, with their answer in place of mine wherever the person chose theirs.

    It is as if the person had typed it, so it is checked like everything else.
    """
    slug = step.page.slug
    names = [name for name in _names(step) if posted.get(f"{CHOOSE}{name}") in {THEIRS, ALONG}]
    if not names:
        return posted
    found, typed = posted.copy(), step.as_typed(theirs, slug)
    start = f"{slug}-"
    mine = [each for each in found if step.rows and each.startswith(start)]
    for each in mine:
        del found[each]
    for each in typed if step.rows else [f"{start}{name}" for name in names]:
        found.setlist(each, typed[each] if isinstance(typed[each], list) else [typed[each]])
    return found


def _names(step: AnyStep) -> list[str]:
    return ["rows"] if step.rows else list(step.fields_of())


def _goes_along(name: str, slug: str) -> bool:
    """Whether what was posted under this name is posted again with the choice."""
    return name.startswith(f"{slug}-") or name in {"later", "later_note"}


def _label(form, name: str) -> str:
    """What a question is called where it is read."""
    return str(form.page.name) if name == "rows" else str(form.fields[name].read_as)


def _read(form, slug: str, kept: Kept, name: str, contents: Contents) -> str:
    """One answer in words; a list of rows as its lines."""
    if name != "rows":
        return form.fields[name].read(kept.get(name))
    found = reading.parts(slug, kept, contents)
    return "\n".join(
        f"{part.title}: " + ", ".join(line.answer for line in part.lines if line.answer)
        for part in found
    )
