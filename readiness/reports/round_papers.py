"""The papers of a round of asking: the sheet to hang up, and the questions for those who use no
screen. Nothing of the case stands on them but what its owner wrote for everybody to read."""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from readiness.reports import documents, letters, pdf
from readiness.voices import questions, sharing
from readiness.voices.models import Round

TYPED = ("organisation", "idea", "tell_how", "contact", "message")  # what its owner wrote


@dataclass(frozen=True)
class Asked:
    """A question as it is printed: its picture, and each answer with its own."""

    title: Any
    hint: Any
    picture: SafeString
    answers: tuple[tuple[SafeString, Any], ...]


def sheet(asking: Round) -> bytes:
    """The sheet to hang up, with strips to tear off: one page, unless hardly a word in it is one.
    Raises pdf.RenderFailed."""
    values = sharing.sheet(_printable(asking))
    title = _("A square code for the camera of a phone. It opens {address}")
    square = sharing.square(asking, title=title.format(address=values["address"]))
    values["square"] = mark_safe(square)  # noqa: S308 - drawn by us, of our own address
    return _made("voices/sheet_body.html", ("voices-sheet.css", "voices-paper.css"), values)


def on_paper(asking: Round, group: str) -> bytes:
    """The questions as one group is asked them, to be filled in with a pen. Raises
    pdf.RenderFailed."""
    asked = list(_asked(group))
    values = {
        "round": _printable(asking),
        "group": questions.GROUPS[group],
        "introduction": questions.INTRODUCTIONS[group],
        "worries": asked[:-2],
        "others": asked[-2:],
        "words_title": questions.WORDS[group],
        **sharing.links(asking),
    }
    return _made("reports/parts/questions_on_paper.html", ("voices-paper.css",), values)


def _made(template: str, sheets: tuple[str, ...], values: dict[str, Any]) -> bytes:
    values |= {"style": documents.style_of(sheets), "template": template}
    return pdf.render(render_to_string("reports/round_paper_pdf.html", values))


def _printable(asking: Round) -> Round:
    """The round, never to be saved, in letters that our fonts have and words that can be broken."""
    own = copy(asking)
    for name in TYPED:
        setattr(own, name, letters.drawable(getattr(asking, name))[0])
    return own


def _asked(group: str) -> Iterator[Asked]:
    for each in questions.ask(group, {}):
        answers = ((_picture(option.picture), option.label) for option in each.options)
        yield Asked(each.title, each.hint, _picture(each.picture), tuple(answers))


def _picture(name: str) -> SafeString:
    """One of our pictures; "" where there is none of this name. The words stand beside it."""
    if name not in _pictures():
        return mark_safe("")
    return format_html(
        '<svg viewBox="0 0 24 24"><title>{}</title><g fill="none" stroke="#000" stroke-width="2">'
        "{}</g></svg>",
        _("Picture"),
        mark_safe(_pictures()[name]),  # noqa: S308 - our own template
    )


@cache
def _pictures() -> Mapping[str, str]:
    """The pictures that the pages have, by name, in black."""
    drawn = render_to_string("voices/pictures.html")
    found = re.findall(r'<symbol id="([^"]+)"[^>]*>(.*?)</symbol>', drawn, re.S)
    return {name: lines.replace("currentColor", "#000") for name, lines in found}
