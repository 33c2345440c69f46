"""What a person typed, made plain: one form for every text, number and month."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

# Every kind of line break becomes \n before it is counted; controls and direction overrides go.
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_APART = re.compile(r"(?<=[0-9])[,\s](?=[0-9]{3}(?![0-9]))")  # between thousands
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_TYPED_MONTH = re.compile(r"([0-9]{1,2}|[^\W\d_]{3,})\.?[\s/.,-]+([0-9]{4}|[0-9]{2})")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TYPED_DAY = re.compile(r"([0-9]{1,2})[\s/.,-]+(.+)")
_MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def has_lone_surrogate(text: str) -> bool:
    """Whether the text holds half a character, which no file or page can carry."""
    return bool(_SURROGATE.search(text))


def paragraphs(text: str) -> str:
    """Text of many lines: NFC, line breaks as \\n, tabs as spaces, trimmed."""
    text = _BREAKS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _DROPPED.sub("", text)).strip()


def one_line(text: str) -> str:
    """Text of one line: as ``paragraphs``, with every line break a space."""
    return paragraphs(text).replace("\n", " ")


def plain_number(text: str) -> str:
    """The number as typed on a page, without £ and %, and without commas and spaces between
    thousands; a minus sign is a hyphen.

    A comma anywhere else stays, and is no number: “12,5” must not be read as 125.
    """
    text = re.sub(r"[£%]", "", text).replace("−", "-").strip()
    return _APART.sub("", re.sub(r"^-\s+", "-", text))


def number(text: str) -> Decimal | None:
    """ASCII digits with at most one point and a leading minus; None for anything else."""
    return Decimal(text) if _PLAIN_NUMBER.fullmatch(text) else None


def written_out(value: str | int | Decimal) -> str:
    """The number's digits; an exponent so large that they would fill the memory stays as it is."""
    if isinstance(value, Decimal) and abs(value.adjusted()) < 30:
        return format(value, "f")
    return str(value)


def shortest(value: Decimal) -> str:
    """The number in its shortest plain form, such as “25” or “3.5”; never “-0”."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text if text not in {"-0", ""} else "0"


def month(text: str) -> str | None:
    """“2028-03” from itself; None where it is no month between the years 1900 and 2200."""
    found = _MONTH.fullmatch(text)
    if not found or not (1 <= int(found[2]) <= 12 and 1900 <= int(found[1]) <= 2200):
        return None
    return text


def typed_month(text: str) -> str | None:
    """“2028-03” from “3 2028”, “March 2028”, “03/2028”, “03/28” or “2028-03”; None where it is none."""
    text = text.strip()
    found = _TYPED_MONTH.fullmatch(text)
    if not found:
        return month(text)
    numeral = found[1] if found[1].isdigit() else _month_number(found[1])
    year = found[2] if len(found[2]) == 4 else f"20{found[2]}"
    return month(f"{year}-{int(numeral):02d}") if numeral else None


def typed_day(text: str) -> str | None:
    """“2028-03-14” from “14 3 2028”, “14 March 2028”, “14/03/28” or “2028-03-14”; None where it is none."""
    text = text.strip()
    found = _TYPED_DAY.fullmatch(text)
    if found:
        within = typed_month(found[2])
        text = f"{within}-{int(found[1]):02d}" if within else ""
    return day(text)


def day(text: str) -> str | None:
    """“2028-03-14” from itself; None where it is no day between the years 1900 and 2200."""
    if not _DAY.fullmatch(text) or month(text[:7]) is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _month_number(name: str) -> int | None:
    name = name.casefold()
    hits = [n for n, full in enumerate(_MONTH_NAMES, start=1) if full.startswith(name)]
    return hits[0] if len(hits) == 1 else 9 if name == "sept" else None
