"""How a round is passed on: its address, and texts to paste into a message."""

import io
from dataclasses import dataclass
from typing import Any

import segno
from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from readiness.voices.models import Round

STRIPS, FEW_STRIPS, MUCH = 12, 6, 450  # codes to tear off a sheet; letters on it


@dataclass(frozen=True)
class Text:
    """A text to paste: for whom it is, and its words. `name` is the id of its box."""

    name: str
    to: str
    words: str


def links(asking: Round) -> dict[str, str]:
    """The address of a round; where its code can be typed; and the code in two halves."""
    address = settings.PUBLIC_URL + reverse("voice", args=[asking.code])
    typed_at = settings.PUBLIC_URL + reverse("voice-type-code")
    return {
        "address": address,
        "typed_at": typed_at.partition("://")[2].rstrip("/"),
        "spaced": f"{asking.code[:4]} {asking.code[4:]}",
    }


def sheet(asking: Round) -> dict[str, Any]:
    """What the sheet to hang up prints. Where there is `much` on it, fewer strips fit."""
    said = (asking.organisation, asking.idea, asking.contact, asking.tell_how, asking.message)
    much = sum(map(len, said)) > MUCH
    strips = range(FEW_STRIPS if much else STRIPS)
    return {"round": asking, "strips": strips, "much": much, **links(asking)}


def square(asking: Round, *, title: str | None = None) -> str:
    """The address as a square for the camera of a phone, an SVG; `title` says what it is where it
    stands within a page."""
    drawn = io.BytesIO()
    segno.make_qr(links(asking)["address"], error="m").save(
        drawn, kind="svg", border=2, xmldecl=False, omitsize=True, dark="#000", title=title
    )
    return drawn.getvalue().decode()


def texts(asking: Round) -> dict[str, Any]:
    """The address, and a text for each of those who are asked in writing."""
    where = links(asking)
    told = {
        "idea": asking.idea,
        "address": where["address"],
        "day": date_format(asking.closes_on, "j F"),
        "how": asking.tell_how,
    }
    return where | {
        "texts": [
            Text("staff", _("To staff and volunteers"), _to_staff() % told),
            Text("families", _("To families and friends"), _to_families() % told),
            Text("short", _("A short one, for a text message"), _to_anybody() % told),
        ]
    }


def _to_staff() -> str:
    return _(
        "We are thinking about %(idea)s. You do the work, so we want to know what you think. It takes three minutes, and nobody is asked for a name: %(address)s The last day is %(day)s. How you will hear what happens: %(how)s"
    )


def _to_families() -> str:
    return _(
        "We are thinking about %(idea)s. Before we decide, we want to know what you think. Three minutes, no account and no name: %(address)s The last day is %(day)s. How you will hear what happens: %(how)s"
    )


def _to_anybody() -> str:
    return _("What do you think about %(idea)s? Three minutes, no name: %(address)s Until %(day)s.")
