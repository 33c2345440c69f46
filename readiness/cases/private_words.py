"""Private details of people in what was typed: found by their form, so that whoever wrote them can
be asked, kindly and once, to take them out. It may be a false alarm, and so nothing is refused.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

SAID = {
    "nhs": _("an NHS number"),
    "birth": _("a date of birth"),
    "phone": _("a phone number"),
    "email": _("an e-mail address"),
    "insurance": _("a National Insurance number"),
}


MOST = 10_000  # letters that are looked at; no question takes as many


@dataclass(frozen=True)
class Private:
    """Words that look like a private detail: `kind` is one of `SAID`."""

    kind: str
    words: str

    @property
    def name(self) -> Any:
        """What they look like, such as “a phone number”."""
        return SAID[self.kind]


def found(text: str) -> list[Private]:
    """What looks private in a text, each once, in the order of the text. Of a text that is longer
    than any form takes in, the beginning: it is refused for that anyway."""
    plain = unicodedata.normalize("NFKC", text[:MOST]).translate(DASHES)[:MOST]
    hits = [
        (start, Private(kind, words))
        for kind, look in LOOKS.items()
        for start, words in look(plain)
    ]
    return list(dict.fromkeys(_apart(sorted(hits, key=lambda hit: hit[0]))))


def still_to_ask(posted: Mapping[str, Any], texts: Iterable[str]) -> list[Private]:
    """What to ask about before something is taken in; once, so nothing where these very words were
    asked about already. The page says so in a box named “private”."""
    there = found_in(texts)
    return [] if posted.get("private") == seen(there) else there


def seen(asked_about: Iterable[Any]) -> str:
    """What a page says of the words that it asked about."""
    words = "\n".join(each.words for each in asked_about)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def _apart(hits: Iterable[tuple[int, Private]]) -> Iterator[Private]:
    """Of hits that share letters the first: one number is not two things."""
    end = 0
    for start, each in hits:
        if start >= end:
            yield each
            end = start + len(each.words)


def found_in(texts: Iterable[str]) -> list[Private]:
    """What looks private in several texts, each once."""
    return list(dict.fromkeys(each for text in texts for each in found(text)))


DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
Hits = Iterator[tuple[int, str]]

# What stands before a number that is about a thing and not a person.
_ABOUT_A_THING = re.compile(
    r"(?:\bref(?:erence)?|\binvoice|\border|\bquot(?:e|ation)|\bp\.?o\.?|\baccount|\bcontract"
    r"|\bcharity|\bcompany|\bcqc|\bprovider|\blocation|\bregist(?:ered|ration)|\btender|\bserial"
    r"|\basset|\bpolicy|\bticket|\bproject|\bgrant|\blicen[cs]e|\bproduct|\bpart|\bmodel|\bversion"
    r"|\bisbn|\bdoi|\bbatch|\bform)\b\.?[^\d\n.;]{0,20}$|[£$€#]\s?$",
    re.I,
)


def _about_a_thing(text: str, start: int) -> bool:
    return bool(_ABOUT_A_THING.search(text[max(0, start - 45) : start]))


# A number that is part of a longer one, of an amount or of a code is none of a person's.
_ALONE_BEFORE, _ALONE_AFTER = r"(?<![\w.,/£$€#-])", r"(?![\w%£/]|[.,-]\d)"

_TEN = re.compile(rf"{_ALONE_BEFORE}\d{{3}}([ -]?)\d{{3}}\1\d{{4}}{_ALONE_AFTER}", re.ASCII)
_NHS_SAID = re.compile(r"\b(?:nhs|chi|h&c|hsc)\b[^\d\n;]{0,15}$", re.I)


def _nhs_numbers(text: str) -> Hits:
    """Ten digits of which the last checks the others; or that are said to be such a number."""
    for hit in _TEN.finditer(text):
        said = bool(_NHS_SAID.search(text[max(0, hit.start() - 30) : hit.start()]))
        if said or (_checks(hit[0]) and not _about_a_thing(text, hit.start())):
            yield hit.start(), hit[0]


def _checks(number: str) -> bool:
    """The check of the NHS: the digits times ten, nine and so on, by eleven."""
    digits = [int(each) for each in number if each.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True))
    return total % 11 == 0 and len(set(digits)) > 1


_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_MONTH = (
    r"(?P<named>(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))"
)
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4}|\d{2})"
_DATES = [
    re.compile(rf"(?<![\w./-]){form}(?![\w/]|[.-]\d)", re.I | re.ASCII)
    for form in (
        rf"{_DAY}(?P<between>[/. -])(?P<month>\d{{1,2}})(?P=between){_YEAR}",
        rf"{_DAY}(?: of)?[ -]{_MONTH}\.?,?[ -]{_YEAR}",
        rf"{_MONTH}\.? {_DAY},? {_YEAR}",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
    )
]
_BORN = re.compile(
    r"\b(?:d\.?\s?o\.?\s?b|born|birth|birthday|birthdate)\b[^\n;]{0,25}$|\bb\.\s?$", re.I
)
_BORN_AFTER = re.compile(
    r"^[^\n;.]{0,12}\b(?:d\.?\s?o\.?\s?b|is (?:his|her|their) birthday)\b", re.I
)
# A day long ago that is a thing's.
_OF_A_THING = re.compile(
    r"\b(?:open(?:ed|ing)?|built|buil(?:ding|t)|found(?:ed|ation)|establish\w*|regist\w*|since|act"
    r"|dat(?:ed|es|ing)|inspect\w*|review\w*|cqc|start\w*|began|begun|formed|law|order|regulations"
    r"|incorporat\w*|bought|install\w*|moved|launched|lease\w*|until|by|from|due|trading|listed"
    r"|millennium|charter|war)\b[^\n;.]{0,25}$",
    re.I,
)
LONG_AGO = range(1900, 2000)  # nobody's review, quote or plan


def _birth_dates(text: str) -> Hits:
    """A whole date that is said to be of a birth, or so long ago that it is hardly anything else."""
    for form in _DATES:
        for hit in form.finditer(text):
            if _is_a_day(hit) and _may_be_a_birth(text, hit):
                yield hit.start(), hit[0]


def _may_be_a_birth(text: str, hit: re.Match) -> bool:
    before = text[max(0, hit.start() - 45) : hit.start()]
    if _BORN.search(before) or _BORN_AFTER.search(text[hit.end() : hit.end() + 40]):
        return True
    return int(hit["year"]) in LONG_AGO and not _OF_A_THING.search(before)


def _is_a_day(hit: re.Match) -> bool:
    parts = hit.groupdict()
    named = parts.get("named")
    month = _MONTHS.split("|").index(named[:3].lower()) + 1 if named else int(parts["month"])
    try:
        date(2000 if len(parts["year"]) == 2 else int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return False
    return True


_PHONE = re.compile(
    r"(?<![\w.,/£$€#+-])(?:"
    r"(?P<abroad>(?:\+|00)[1-9](?:[ .()-]{0,2}\d){9,13})"
    r"|(?P<home>\(?0\d{2,4}\)?(?:[ .-]?\d{2,8}){1,4})"
    r")(?![\w%£/]|[.,-]\d)",
    re.ASCII,
)


def _phones(text: str) -> Hits:
    """Numbers as they are dialled here, or from abroad with a plus or two noughts before."""
    for hit in _PHONE.finditer(text):
        digits = "".join(each for each in hit[0] if each.isdigit())
        if (hit["abroad"] or _is_dialled(digits)) and not _about_a_thing(text, hit.start()):
            yield hit.start(), hit[0]


def _is_dialled(digits: str) -> bool:
    """Eleven digits of an area, a mobile or a service; or ten of some areas."""
    if len(digits) == 11:
        return digits[1] in "1235789"
    return len(digits) == 10 and digits[1] == "1"


# It begins where a word does, and gives nothing back: otherwise a long word would be read from each
# of its letters to its end.
_EMAIL = re.compile(r"(?<![\w.%+'-])[\w.%+'-]++@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
# Addresses of a desk and not of a person.
_DESKS = re.compile(
    r"^(?:info|office|admin|enquir(?:y|ies)|hello|contact|support|help|helpdesk|mail|team|care|home"
    r"|reception|complaints|feedback|noreply|no-reply|sales|accounts?|jobs|hr)@",
    re.I,
)


def _emails(text: str) -> Hits:
    """Addresses that are a person's own."""
    for hit in _EMAIL.finditer(text):
        words = hit[0].lstrip(".'-")
        if not _DESKS.match(words):
            yield hit.start(), words


_INSURANCE = re.compile(
    r"(?<![\w-])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"([ -]?)\d{2}\1\d{2}\1\d{2}[ -]?[A-D](?![\w-])",
    re.I | re.ASCII,
)


def _insurance_numbers(text: str) -> Hits:
    for hit in _INSURANCE.finditer(text):
        if not _about_a_thing(text, hit.start()):
            yield hit.start(), hit[0]


LOOKS: dict[str, Callable[[str], Hits]] = {
    "nhs": _nhs_numbers,
    "birth": _birth_dates,
    "phone": _phones,
    "email": _emails,
    "insurance": _insurance_numbers,
}
