"""The dates of a roll-out plan as a calendar file (iCalendar, RFC 5545).

A plan names months, not days. So each date is an entry for the whole of the month's first day, which
says in its words that the month is meant, and which keeps nobody's day busy. A library would be
longer than this: we write one kind of entry, and read none.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.cases.facts import Facts
from readiness.catalogue.contents import Contents
from readiness.reports.begun import NotBegun
from readiness.reports.context.edition import Edition
from readiness.reports.context.plan_dates import START, Planned, planned
from readiness.reports.context.said import Said, names

OCTETS = 75  # of a line without its end: RFC 5545, 3.1
WITH_DATES = ("plan", "milestones")
PRODUCT = "-//Readiness//Roll-out plan//EN"
OURS = uuid5(NAMESPACE_URL, "urn:readiness:roll-out")
# What a text may not hold: RFC 5545, 3.3.11; and halves of letters, which no file can hold.
_CONTROL = re.compile("[\u0000-\u0008\u000e-\u001f\u007f\u0080-\u009f\ud800-\udfff]")
_BREAK = re.compile("\r\n|[\n\r\u000b\u000c\u0085\u2028\u2029]")


def calendar(facts: Facts, contents: Contents, edition: Edition) -> bytes:
    """All dates of the plan, the first first. The same plan gives the same bytes.

    An entry keeps its UID while its words stay the same, so that a calendar moves it when its
    month changes. Its DTSTAMP is the edition's day. Raises NotBegun where there is no date yet.
    """
    dates = planned(Said(facts, contents))
    if not dates:
        raise NotBegun(
            _("There are no dates yet. First answer {steps}.").format(steps=names(WITH_DATES))
        )
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "METHOD:PUBLISH"]
    seen: dict[str, int] = {}
    for each in dates:
        words = "" if each.kind == START else escaped(each.what.casefold())
        mark = "/".join((edition.reference, each.kind, words))
        seen[mark] = seen.get(mark, 0) + 1
        lines += _entry(each, edition, f"{mark}/{seen[mark]}")
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def _entry(each: Planned, edition: Edition, mark: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(OURS, mark)}"
    yield f"DTSTAMP:{edition.on:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(each.on)}"
    yield f"DTEND;VALUE=DATE:{_day(each.on + timedelta(days=1))}"
    yield f"SUMMARY:{escaped(_summary(each))}"
    yield f"DESCRIPTION:{escaped(_description(each, edition))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    """“20270901”: of years before 1000 too, which strftime would write in fewer digits."""
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _summary(each: Planned) -> str:
    """“In September 2027: Wi-Fi checked in both buildings”."""
    month = date_format(each.on, "F Y")
    return _("In {month}: {what}").format(month=month, what=" ".join(each.what.split()))


def _description(each: Planned, edition: Edition) -> str:
    parts: Iterable[str] = (
        _("Who: {who}").format(who=each.who) if each.who else "",
        each.how,
        _("The plan names the month and not the day, so this stands on the first of the month."),
        _("Roll-out plan {reference}, {mark}, {date}.").format(
            reference=edition.reference, mark=edition.mark, date=edition.date
        ),
    )
    return "\n".join(part for part in parts if part)


def escaped(text: str) -> str:
    """A text as the value of a property, on one line: RFC 5545, 3.3.11."""
    text = _CONTROL.sub("", _BREAK.sub("\n", text))
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line in pieces of 75 octets at most, each after the first behind a space; no letter is split."""
    pieces, room = [""], OCTETS
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("")
            room = OCTETS - 1
        pieces[-1] += letter
        room -= size
    return "\r\n ".join(pieces)
