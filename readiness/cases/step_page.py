"""What a step's page says beside its questions: findings, figures, suggestions, the question again."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.cases import (
    asking,
    beside,
    comments,
    heard_beside,
    private_answers,
    rows,
    unfit,
)
from readiness.cases import sentences as said
from readiness.cases.answers import Answers
from readiness.cases.fields import Choice
from readiness.cases.models import Answer
from readiness.cases.outcome_numbers import POINTING
from readiness.cases.stages import STAGE_OF, STAGES, STEPS
from readiness.cases.steps.choices import OUTCOMES
from readiness.cases.steps.step import Kept
from readiness.cases.suggested import SUGGESTED
from readiness.cases.typed import one_line
from readiness.catalogue import solution_first, suggestions
from readiness.catalogue.contents import Contents

ORDERED = _("They stand in the order that your need suggests, with the reason where there is one.")
NOT_ORDERED = _(
    "Nothing in your words points to one of these more than another, so they stand in our usual "
    "order. It may be that technology is not what is missing."
)


def initial(view, step):
    """What is filled in at first: what was kept, or the defaults, or what the answers suggest."""
    answers = view.storage.answers
    slug = step.page.slug
    kept = answers.kept.get(slug)
    if kept is None and slug in SUGGESTED:
        return SUGGESTED[slug](answers.facts(timezone.localdate()), view.contents)
    return asking.initial(step, kept, answers.kept)


def note(posted: QueryDict) -> str:
    """The note that was left with a step that is put off."""
    return one_line(posted.get("later_note", ""))[:200] if "later" in posted else ""


def order(form, answers: Answers, contents: Contents) -> None:
    """Put the ways forward in the order that the need suggests, each with its reason."""
    if form.page.slug in POINTING:
        name_outcomes(form, answers)
    if form.page.slug != "avenues":
        return
    question = form.fields["chosen"]
    found = beside.avenues(answers.kept, contents)
    reasons = {
        each.way.slug: each.reason for each in suggestions.best(found, of=len(contents.avenues))
    }
    ranked = [each.way.slug for each in found]
    choices = {
        choice.value: replace(
            choice, note=reasons.get(choice.value, ""), look=f"avenue:{choice.value}"
        )
        for choice in question.choices
    }
    first = [choices.pop(slug) for slug in ranked]
    question.offered = (*first, *choices.values())
    question.suggests = bool(first)


def name_outcomes(form, answers: Answers) -> None:
    """Offer the outcomes by their words, and one that is there no longer only where it is kept."""
    rows = answers.kept.get("outcomes", {}).get("rows", [])
    named = [
        Choice(n, f"{n}. {row['outcome']}")
        for n, row in enumerate(rows, start=1)
        if "outcome" in row
    ]
    for each in form.forms:
        there = {str(choice.value) for choice in named}
        value = str(each["outcome"].value() or "")
        gone = [choice for choice in OUTCOMES if str(choice.value) == value and value not in there]
        each.fields["outcome"].offered = (*named, *gone) or OUTCOMES


def say_what_was_emptied(view) -> None:
    """Say where something pointed at an outcome that was taken out."""
    if view.storage.emptied:
        steps = " · ".join(str(STEPS[slug].page.name) for slug in sorted(view.storage.emptied))
        text = gettext("You took out an outcome that other answers named. Look again at: %s.")
        messages.info(view.request, text % steps)


def chosen(answers: Answers) -> list[str]:
    """The avenues that were chosen, by slug, where the page reads them at all."""
    return answers.kept.get("avenues", {}).get("chosen", [])


def sentences(view, sound: Kept) -> list[str]:
    """What the figures say with these answers to the step in place of the kept ones."""
    slug = view.steps.current
    answers = view.storage.answers
    facts = answers.with_kept(slug, sound).facts(timezone.localdate())
    return said.say("figure", slug, facts, view.contents)


def again(view, kept: Kept) -> dict:
    """Where the problem names a kind of product: the words, and the question that starts afresh."""
    problem, words = kept.get("problem", ""), list(view.contents.product_words.values())
    named = solution_first.product_words_in(problem, words)
    pattern = solution_first.starts_from_product(problem, words)
    ask = pattern.ask if pattern else ""
    return {"words": named, "ask": ask} if named or pattern else {}


def once_more(view, slug: str, row: Answer | None) -> dict:
    """For the page that asks once more about what was just saved: what it says, and the step to go on
    to; nothing for every other page."""
    asked: dict[str, Any] = {}
    if "again" in view.request.GET:
        asked["again"] = again(view, view.storage.answers.kept.get(slug) or {})
    if "private" in view.request.GET:
        asked["private"] = private_in(slug, row)
    return asked | {"next": view.steps.next} if asked else asked


def asks_again(view) -> bool:
    """Whether the problem that was just saved starts from a product; once for each wording."""
    kept = view.storage.answers.kept.get("need", {})
    if view.steps.current != "need" or "again" in view.request.GET:
        return False
    return "later" not in view.request.POST and bool(again(view, kept))


def asks_about_a_person(view) -> bool:
    """Whether what was just saved has something that looks private, and that was not there before."""
    if view.storage.draft:  # of a step that is put off with a fault: its faults wait there
        return False
    slug, row = view.steps.current, view.storage.answers.rows[view.steps.current]
    before = private_in(slug, view.before) if view.before else []
    return private_answers.is_new(private_in(slug, row), before)


def private_in(slug: str, row: Answer | None) -> list[private_answers.Asked]:
    """What looks private in a step's row."""
    return private_answers.in_step(slug, row.kept, row.note) if row else []


def asks(view) -> dict[str, str]:
    """What is asked once more on the page of the step that was just saved, for its address."""
    asked = {"again": asks_again(view), "private": asks_about_a_person(view)}
    return {name: "1" for name, is_asked in asked.items() if is_asked}


def say_end_of_stage(view, following: str) -> None:
    """Say that a stage ends where the next step belongs to another."""
    done, coming = STAGE_OF[view.steps.current], STAGE_OF[following]
    if done is not coming:
        text = gettext("That was the last step of “%(done)s”. Next: “%(coming)s”.")
        messages.info(view.request, text % {"done": done.name, "coming": coming.name})


def context(view, form) -> dict:
    """Everything that the step's template prints."""
    slug, answers, storage = view.steps.current, view.storage.answers, view.storage
    kept = answers.kept.get(slug)
    draft = storage.draft
    faults = form.is_bound and draft and draft.checked
    row = answers.rows.get(slug)
    findings = beside.findings(form.page, chosen(answers), view.contents)
    return {
        "visit": view.visit,
        "case": view.visit.case,
        "organisation": answers.organisation,
        "page": form.page,
        "stage": STAGE_OF[slug],
        "stages": STAGES,
        "step": slug,
        "typing": True,  # so the ways out are buttons of the form
        "form": form,
        "blocks": asking.blocks(form, faults=bool(faults), notes=notes_under(form, kept, answers)),
        "faults": form.faults() if faults else [],
        "base": draft.base if draft else answers.version(slug),
        "draft": draft,
        "removed": rows.typed_row(draft.removed) if draft and draft.removed else "",
        "row": row,
        "from_check": view.request.GET.get("from") == "check",
        **once_more(view, slug, row),
        "content": view.contents.version,
        "findings": findings,
        "beside": ",".join(each.slug for each in findings),
        "other_ways": beside.other_ways(answers.kept, view.contents) if slug == "avenues" else [],
        "sentences": sentences(view, kept or {}) if form.page.live else [],
        **talk(view, slug),
        "unfit": unfit.no_longer_fit(slug, kept or {})
        + unfit.no_place_in_draft(slug, draft.typed if draft else {}),
        **worry(view),
    }


def talk(view, slug: str) -> dict:
    """What was said of the step; open where some is new, or a consultant's. Whoever sees it has
    read it."""
    found = comments.threads(view.visit, slug).get(slug, [])
    comments.note_read(view.visit, slug, found)
    said = [each for thread in found for each in thread.said]
    open_now = any(each.new or each.comment.by_id for each in said)
    return {"threads": found, "talk_open": open_now, "talk_said": len(said)}


def notes_under(form, kept, answers: Answers) -> dict[str, str]:
    """Sentences under questions: why choices stand as they do, that a group has answered, or that a
    default has a new source."""
    if form.page.slug == "avenues":
        return {"chosen": str(ORDERED if form.fields["chosen"].suggests else NOT_ORDERED)}
    if form.page.slug == "involvement":
        return heard_beside.under_involvement(answers.facts(timezone.localdate()))
    made = asking.offers(STEPS[form.page.slug], kept, answers.kept)
    return {
        name: gettext("Your other answers now suggest %s.") % figure
        for name, figure in made.items()
    }


def sides(anxiety, contents: Contents) -> list[dict]:
    """What speaks for a worry and what against it, each statement with its findings.

    What supports the technology speaks against the worry.
    """
    named = (
        (gettext("There is something in it"), anxiety.against),
        (gettext("It need not be so"), anxiety.supports),
    )
    return [
        {"title": title, "said": [(e["text"], contents.findings(e["evidence"])) for e in each]}
        for title, each in named
    ]


def worry(view) -> dict:
    """For the page of one worry: what the catalogue says, and what the figures say."""
    slug = view.steps.current
    if not slug.startswith("anxiety-"):
        return {}
    anxiety = slug.removeprefix("anxiety-")
    facts = view.storage.answers.facts(timezone.localdate())
    return {
        "anxiety": view.contents.anxieties[anxiety],
        "sides": sides(view.contents.anxieties[anxiety], view.contents),
        "figures_say": said.say("anxiety", anxiety, facts, view.contents),
    }
