"""The page of an anxiety: the worry, both sides of it, and what makes a good answer."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from readiness.catalogue.contents import Contents
from readiness.catalogue.models import Anxiety
from readiness.library import figures, links, parts, related
from readiness.library.parts import Part

SHOWN = 6  # lessons on the page itself


def page_parts(anxiety: Anxiety, contents: Contents) -> list[Part]:
    """All parts of the page, in the order in which they are read."""
    return parts.whole([*_the_worry(anxiety, contents), *_the_answer(anxiety, contents)])


def _the_worry(anxiety: Anxiety, contents: Contents) -> list[Part]:
    # What supports the technology speaks against the worry.
    sides = (
        (_("There is something in it"), "against", anxiety.against),
        (_("It need not be so"), "supports", anxiety.supports),
    )
    body = [
        (title, stance, [(part["text"], contents.findings(part["evidence"])) for part in each])
        for title, stance, each in sides
        if each or stance in anxiety.none_found
    ]
    return [
        parts.text("behind-it", _("What lies behind it"), anxiety.behind_it),
        Part("both-sides", _("What others found"), "library/parts/sides.html", body),
        parts.lines("depends-on", _("What it depends on"), anxiety.depends_on),
        parts.lines("ask-yourselves", _("Ask yourselves"), anxiety.ask_yourselves),
        parts.text("good-answer", _("What a good answer sounds like"), anxiety.good_response),
        parts.text("poor-answer", _("What a poor answer sounds like"), anxiety.poor_response),
    ]


def _the_answer(anxiety: Anxiety, contents: Contents) -> list[Part]:
    lessons = related.lessons(anxiety, contents)
    found = len(related.findings(anxiety, contents))
    all_lessons = links.page(
        "library-lessons", gettext("All %d lessons on this") % len(lessons), anxiety=anxiety.slug
    )
    all_findings = links.page(
        "library-evidence", gettext("All %d findings on this worry") % found, anxiety=anxiety.slug
    )
    return [
        parts.lines(
            "figures", _("Which of your figures answer it"), figures.in_words(anxiety.figures)
        ),
        parts.links(
            "lessons",
            _("Lessons from others"),
            links.to_each(lessons[:SHOWN]),
            more=all_lessons if len(lessons) > SHOWN else None,
        ),
        parts.links("evidence", _("The findings"), [all_findings] if found else []),
        parts.links(
            "avenues",
            _("Where it comes up most"),
            links.to_each(related.avenues(anxiety, contents)),
        ),
    ]
