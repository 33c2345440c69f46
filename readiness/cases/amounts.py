"""How an amount is said in a sentence: pounds, hours, minutes, months, a share, a list.

Rounded half up by size, as the sums ask (−0.5 is −1). A minus is said with “−”, never “-”.
"""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from readiness.business_case import round_half_up


def pounds(amount: Decimal) -> str:
    """“£30,030”; under £100 with its pence: “£6.97”; nothing at all is “£0”."""
    pence = round_half_up(amount, 2)
    if pence == 0:
        return "£0"
    return _pounds(pence if abs(pence) < 100 else round_half_up(amount, 0))


def whole_pounds(amount: Decimal) -> str:
    """“£15” for £15.12: beside others that are in whole pounds."""
    return _pounds(round_half_up(amount, 0) or Decimal(0))


def pounds_and_pence(amount: Decimal) -> str:
    """“£6.97”: the price of an hour, with its pence however large it is."""
    return _pounds(round_half_up(amount, 2))


def pounds_as_priced(amount: Decimal) -> str:
    """“£1,234” or “£1,234.50”: as on a quote, so that whoever adds them up comes to the same."""
    return _pounds(round_half_up(amount, 2)).removesuffix(".00")


def _pounds(amount: Decimal) -> str:
    return f"{'−' if amount < 0 else ''}£{abs(amount):,}"


def number(amount: Decimal, *, places: int = 1) -> str:
    """“2,378” or “5.5”: no more decimals than `places`, and none where there is no need."""
    shown = round_half_up(amount, places)
    text = f"{abs(shown):,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{'−' if shown < 0 else ''}{text}"


def hours_alone(amount: Decimal) -> str:
    """“2,378”: whole hours without the noun; under 10 with one decimal."""
    return number(amount, places=1 if abs(amount) < 10 else 0)


def hours(amount: Decimal) -> str:
    """“2,378 hours”, “1 hour”, “4.5 hours”."""
    text = hours_alone(amount)
    return ngettext("{n} hour", "{n} hours", _how_many(text)).format(n=text)


def minutes(amount: Decimal) -> str:
    """“6 minutes”, “1 minute”, “6.5 minutes”."""
    text = number(amount)
    return ngettext("{n} minute", "{n} minutes", _how_many(text)).format(n=text)


def _how_many(text: str) -> int:
    """What the plural goes by: 1.5 hours are hours, and so is 0.5 of one."""
    return 1 if text in ("1", "−1") else 2


def years(count: int) -> str:
    """“5 years” or “1 year”."""
    return ngettext("{n} year", "{n} years", count).format(n=count)


def months(count: int) -> str:
    """“17 months”; from two years on, “2 years and 5 months”."""
    if count < 24:
        return ngettext("{n} month", "{n} months", count).format(n=count)
    whole, rest = divmod(count, 12)
    return (
        _("{years} and {months}").format(years=years(whole), months=months(rest))
        if rest
        else years(whole)
    )


def percent(share: Decimal) -> str:
    """“30%” or “55.9%”; the share is in hundredths already."""
    return f"{number(share)}%"


def about(share: Decimal) -> str:
    """“about half” or “about 54%”: a share of what is only expected, in hundredths."""
    whole = round_half_up(share, 0)
    if 0 < share < 1:
        return _("less than 1%")
    if whole in _PARTS:
        return _PARTS[whole]()
    return _("about {n}%").format(n=number(whole, places=0))


# As a share is spoken: each word stands for the whole percentages around it.
_PARTS = {
    Decimal(percent): word
    for percents, word in (
        (range(24, 27), lambda: _("about a quarter")),
        (range(32, 35), lambda: _("about a third")),
        (range(48, 53), lambda: _("about half")),
        (range(66, 69), lambda: _("about two thirds")),
        (range(74, 77), lambda: _("about three quarters")),
    )
    for percent in percents
}


def people(count: int | Decimal) -> str:
    """“17 people” or “1 person”."""
    return ngettext("{n} person", "{n} people", int(count)).format(n=f"{count:,}")


def staff(full_time: Decimal) -> str:
    """“two members of staff”, “one day a week of extra staff”, “1.5 full-time posts”."""
    named = {
        Decimal("0.2"): _("one day a week of extra staff"),
        Decimal("0.4"): _("two days a week of extra staff"),
        Decimal("0.5"): _("half a post of extra staff"),
        Decimal("0.6"): _("three days a week of extra staff"),
        Decimal("0.8"): _("four days a week of extra staff"),
        Decimal(1): _("one member of staff"),
        Decimal(2): _("two members of staff"),
    }
    return named.get(full_time) or posts(full_time)


def posts(full_time: Decimal) -> str:
    """“about half of a full-time post”, “one full-time post”, “2.4 full-time posts”."""
    if full_time < 1:
        return _("{share} of a full-time post").format(share=about(full_time * 100))
    text = number(full_time, places=2)
    return _("one full-time post") if text == "1" else _("{n} full-time posts").format(n=text)


def listed(words: Sequence[str]) -> str:
    """“a, b and c”."""
    *most, last = words or [""]
    return _("{most} and {last}").format(most=", ".join(most), last=last) if most else last


def places(count: int | Decimal) -> str:
    """“2 places” or “1 place”: homes, offices and centres."""
    return ngettext("{n} place", "{n} places", int(count)).format(n=f"{count:,}")
