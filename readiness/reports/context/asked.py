"""What people said when they were asked, beside what the case assumes: for the sections, and one
line for the decision page."""

from collections.abc import Iterator
from itertools import accumulate

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.cases import heard
from readiness.cases.heard import CONTROL, COULD_USE, SIZES, Heard
from readiness.cases.heard_beside import about_quick, answers_of, beside
from readiness.reports.context.parts import Block, Column, table
from readiness.reports.context.said import Said, paragraphs
from readiness.reports.cutting import room

MANY, LETTERS = 20, 5000  # of people’s own words


def in_the_need(said: Said) -> Block:
    """Who answered, what they say of choice and control, and whether they could use it."""
    found = heard.heard(said.facts)
    if found is None:
        return Block()
    columns = [
        Column(_("Group")),
        Column(_("Answers")),
        Column(_("Choice and control")),
        Column(_("Could they use it?")),
    ]
    rows = [
        [
            group.name,
            str(SIZES[group.size]),
            heard.in_words(group, CONTROL),
            heard.in_words(group, COULD_USE),
        ]
        for group in found.groups
    ]
    return Block(
        _("What people said when they were asked"),
        paragraphs=(_asked(found),),
        table=table("", columns, rows),
        after=(*_control(said), _how_to_read()),
    )


def own_words(said: Said) -> Block:
    """What people wrote and somebody read first, as far as there is room, in no order of theirs."""
    found = heard.heard(said.facts)
    if found is None:
        return Block()
    told = [_("“{words}”").format(words=" ".join(paragraphs(text))) for text in found.words]
    there = sum(1 for so_far in accumulate(map(len, told[:MANY])) if so_far <= LETTERS)
    shown, more = told[:there], len(told) - there
    if more:
        left = ngettext(
            "{n} more is on the page of the case.", "{n} more are on the page of the case.", more
        )
        shown.append(left.format(n=more))
    return Block(_("In their own words"), paragraphs=tuple(shown))


def beside_the_worries(said: Said) -> Block:
    """Each worry as it was assumed, and as people said."""
    columns = [
        Column(_("Worry")),
        Column(_("Assumed")),
        Column(_("What people said")),
        Column(_("Difference")),
    ]
    rows = [
        [
            each.question,
            each.assumed or _("not said"),
            answers_of(each),
            " ".join(each.differs) or _("none"),
        ]
        for each in beside(said.facts)
        if each.slug not in (CONTROL, COULD_USE)
    ]
    return Block(_("What people said, beside what was assumed"), table=table("", columns, rows))


def in_one_line(said: Said, budget: int) -> str:
    """Where people see it otherwise, for the decision page, in no more than `budget` letters of at
    least 58; "" where nobody was asked. That they expect less control is never what is left out."""
    if heard.heard(said.facts) is None:
        return ""
    more = len(heard.worried_more(said.facts))
    less = any(d.question == CONTROL and not d.more for d in heard.differences(said.facts))
    told = [*_more_worries(more), *_less_control(less)]
    if not told:
        return _("No group that was asked worries more than assumed.")
    whole = " ".join(told)
    if room(whole) <= budget:
        return whole
    return _("People expect less control and worry more than assumed.")


def _more_worries(count: int) -> Iterator[str]:
    if count:
        yield ngettext(
            "{n} worry weighs more on people than assumed.",
            "{n} worries weigh more on people than assumed.",
            count,
        ).format(n=count)


def _less_control(less: bool) -> Iterator[str]:
    if less:
        yield _("People expect less choice and control than assumed.")


def _asked(found: Heard) -> str:
    told = _("Asked without names about {idea}, until {day}.").format(
        idea=found.idea, day=date_format(found.closed_on, "j F Y")
    )
    return " ".join(part for part in (told, about_quick(found)) if part)


def _control(said: Said) -> tuple[str, ...]:
    """Where they see choice and control otherwise than the case does."""
    return next((each.differs for each in beside(said.facts) if each.slug == CONTROL), ())


def _how_to_read() -> str:
    return _(
        "Groups of fewer than five are counted under others, or left out. Counts were moved a little"
        " at random, so that nobody can be picked out: small differences mean nothing."
    )
