"""The page of one entry of the catalogue, saved or not."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.entry import Entry
from readiness.catalogue.models import (
    Anxiety,
    Avenue,
    Evidence,
    Lesson,
    OtherWay,
    Principle,
    Term,
)
from readiness.library import anxiety, avenue, glossary, links, parts, related
from readiness.library.parts import Pair, Part

Context = dict[str, Any]


def page_of(entry: Entry, contents: Contents) -> tuple[str, Context]:
    """The template of an entry's page and all that it prints.

    The entry need not be saved, nor be in the contents. LookupError where its kind has no page.
    """
    if isinstance(entry, Term):
        return "library/glossary.html", glossary.page([entry], contents)
    return "library/entry.html", MADE[type(entry)](entry, contents)


def _avenue(entry: Avenue, contents: Contents) -> Context:
    return _page(
        entry,
        _("A kind of technology"),
        entry.name,
        entry.summary,
        avenue.page_parts(entry, contents),
    )


def _anxiety(entry: Anxiety, contents: Contents) -> Context:
    summary = gettext("What others found, for and against, and how to answer it.")
    shown = anxiety.page_parts(entry, contents)
    return _page(entry, _("A worry that people voice"), entry.worry, summary, shown)


def _principle(entry: Principle, contents: Contents) -> Context:
    found = related.findings(entry, contents)
    more = links.page(
        "library-evidence", gettext("All %d findings on this") % len(found), theme=entry.slug
    )
    shown = [
        parts.text("why", _("Why it matters"), entry.why),
        parts.lines("looks-like", _("What it looks like"), entry.what_it_looks_like),
        parts.lines(
            "ignored", _("What it looks like when ignored"), entry.what_ignoring_it_looks_like
        ),
        parts.lines("guide", _("How this guide acts on it"), entry.how_the_guide_acts),
        parts.evidence(
            "evidence", _("What others found"), contents.findings(entry.evidence), more=more
        ),
        parts.links(
            "lessons",
            _("Lessons from others"),
            links.to_each(related.lessons(entry, contents)[: avenue.SHOWN]),
        ),
    ]
    return _page(entry, entry.get_kind_display(), entry.name, entry.statement, shown)


def _lesson(entry: Lesson, contents: Contents) -> Context:
    own = entry if entry.source_title else None
    shown = [
        parts.text("happened", _("What happened"), entry.what_happened),
        parts.text("learned", _("What was learned"), entry.what_was_learned),
        Part("source", _("Where this comes from"), "library/parts/source.html", own),
        parts.evidence("evidence", _("The findings behind it"), contents.findings(entry.evidence)),
        parts.links("avenues", _("Kinds of technology"), _named(contents.avenues, entry.avenues)),
        parts.links(
            "worries", _("Worries that it speaks to"), _named(contents.anxieties, entry.anxieties)
        ),
    ]
    caption = f"{gettext('A lesson')} · {entry.get_kind_display()} · {entry.get_theme_display()}"
    return _page(entry, caption, entry.title, "", shown, description=entry.what_was_learned)


def _finding(entry: Evidence, contents: Contents) -> Context:
    facts = [
        Pair(_("What it says about technology"), (entry.get_stance_display(),)),
        Pair(_("The figure"), (entry.figure,)),
        Pair(_("What kind of finding it is"), (entry.get_kind_display(),)),
        Pair(_("Who says so"), (entry.get_source_independence_display(),)),
        Pair(_("How sure we are of the figure"), (entry.get_confidence_display(),)),
    ]
    bears_on = {
        "avenues": (_("Kinds of technology"), contents.avenues),
        "worries": (_("Worries that it speaks to"), contents.anxieties),
        "principles": (_("Principles and themes"), contents.principles),
    }
    shown = [
        parts.pairs("facts", _("The finding"), [fact for fact in facts if fact.said[0]]),
        parts.text("note", _("How to read it"), entry.note),
        Part("source", _("Where this comes from"), "library/parts/source.html", entry),
        parts.links(
            "lessons", _("Lessons from it"), links.to_each(related.lessons(entry, contents))
        ),
        *(
            parts.links(slug, title, links.to_each(related.named_by(entry, kind.values())))
            for slug, (title, kind) in bears_on.items()
        ),
    ]
    told = entry.claim if entry.short else ""
    return _page(entry, _("A finding"), entry.in_brief, told, shown, description=entry.claim)


def _other_way(entry: OtherWay, contents: Contents) -> Context:
    shown = [
        parts.pairs("needs", _("When to look here first"), _needs_of_people(entry)),
        parts.lines("try-first", _("What to try first"), entry.try_first),
        parts.evidence(
            "evidence",
            _("What others found when they tried technology"),
            contents.findings(entry.evidence),
        ),
    ]
    return _page(entry, _("A way without technology"), entry.name, entry.summary, shown)


def _needs_of_people(entry: OtherWay) -> list[Pair]:
    return [Pair(each["need"], (each["instead"],)) for each in entry.needs]


def _named(kind: Any, slugs: list[str]) -> list[links.Link]:
    return links.to_each(kind[slug] for slug in slugs if slug in kind)


def _page(
    entry: Any, caption: Any, title: str, intro: str, shown: list[Part], *, description: str = ""
) -> Context:
    return {
        "caption": caption,
        "title": title,
        "intro": intro,
        "description": description or intro,
        "parts": parts.whole(shown),
        "reviewed_on": entry.reviewed_on,
    }


MADE: dict[type[Entry], Callable[[Any, Contents], Context]] = {
    Avenue: _avenue,
    Anxiety: _anxiety,
    Principle: _principle,
    Lesson: _lesson,
    Evidence: _finding,
    OtherWay: _other_way,
}
