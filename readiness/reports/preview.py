"""What the owner of a supplier brief looks at again before it goes: marks in it, and doubts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from readiness.cases.stages import STEPS
from readiness.reports.briefs import Brief
from readiness.reports.context import Paper
from readiness.reports.context.said import names
from readiness.reports.giveaways import Own, own_texts, pieces


@dataclass(frozen=True)
class Found:
    """Something that gives the buyer away: the words, what they are, and where to change them."""

    words: str
    what: str
    step: str
    address: str


def found(brief: Brief, case_id: int) -> list[Found]:
    """All that is marked, in the order of the questionnaire."""
    return [
        Found(each.text, _what(each.kind), str(STEPS[own.step].page.name), _address(own, case_id))
        for own in own_texts(brief.facts, brief.contents)
        for each in pieces(own.text)
        if each.kind
    ]


def marked(paper: Paper, brief: Brief, case_id: int) -> Paper:
    """The paper with marks in the texts of their own, and only there: our words give nothing away."""
    texts: dict[str, SafeString] = {}
    for own in own_texts(brief.facts, brief.contents):
        if own.text not in texts and any(each.kind for each in pieces(own.text)):
            texts[own.text] = _marked(own, case_id)
    return replace(paper, sections=_replaced(paper.sections, texts))


def _marked(own: Own, case_id: int) -> SafeString:
    address, step = _address(own, case_id), STEPS[own.step].page.name
    parts = [
        format_html(
            '<mark>{}</mark> <a class="giveaway" href="{}">[{}]</a>',
            each.text,
            address,
            _("{what}: change “{step}”").format(what=_what(each.kind), step=step),
        )
        if each.kind
        else each.text
        for each in pieces(own.text)
    ]
    return format_html_join("", "{}", ((part,) for part in parts))


def _replaced(value: Any, texts: Mapping[str, SafeString]) -> Any:
    """The same values, with some texts in place of others, however deep they stand."""
    if isinstance(value, str):
        return texts.get(value, value)
    if isinstance(value, tuple):
        return tuple(_replaced(each, texts) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        inner = {each.name: _replaced(getattr(value, each.name), texts) for each in fields(value)}
        return replace(value, **inner)
    return value


def _what(kind: str) -> str:
    return _("amount") if kind == "amount" else _("word about money")


def _address(own: Own, case_id: int) -> str:
    return f"{reverse('step', args=[case_id, own.step])}#{own.anchor}"


def doubts(brief: Brief) -> Iterator[str]:
    """What the owner should know before it goes; nothing of it hinders them."""
    facts, reply_by = brief.everything, brief.row.reply_by
    waiting = [step for step in STEPS if step in _ASKED and not facts.answered(step)]
    if waiting:
        yield _("Still to be answered: {steps}. Suppliers see nothing of these.").format(
            steps=names(waiting)
        )
    if reply_by and reply_by < facts.today:
        yield _("The day for replies, {day}, is past.").format(day=date_format(reply_by, "j F Y"))
    decide_by = facts.month("buying", "decide_by")
    if (
        reply_by
        and decide_by
        and (reply_by.year, reply_by.month) > (decide_by.year, decide_by.month)
    ):
        yield _("The day for replies comes after {month}, by when you need to decide.").format(
            month=date_format(decide_by, "F Y")
        )


_ASKED = ("organisation", "need", "outcomes", "avenues", "requirements", "assurance")
