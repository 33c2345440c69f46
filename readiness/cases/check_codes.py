"""The check code on a paper: anybody who holds it can ask whether it is what was sent."""

import base64
import json
from datetime import datetime
from secrets import compare_digest
from typing import Any

from django.utils.crypto import salted_hmac

from readiness.cases.models import Edition, Version

LETTERS = 10


def make_edition(version: Version, kind: str, *, at: datetime, says: Any = None) -> Edition:
    """Note a new edition of a version, with the code that its papers carry.

    `says` is what the edition says beyond the version, as plain values.
    """
    code = _code(version, kind, says)
    return version.editions.create(kind=kind, made_at=at, check_code=code)


def _code(version: Version, kind: str, says: Any = None) -> str:
    """Ten base-32 characters of an HMAC over reference, version, edition and snapshot."""
    body = [version.case.reference, version.number, kind, version.snapshot]
    if says is not None:
        body.append(says)
    text = json.dumps(body, sort_keys=True, separators=(",", ":"))
    digest = salted_hmac("readiness.check-code", text, algorithm="sha256").digest()
    return base64.b32encode(digest).decode()[:LETTERS]


def edition_of(reference: str, code: str) -> Edition | None:
    """The edition that carries this reference and code; None where there is none."""
    found = Edition.objects.select_related("version").filter(
        version__case__reference=tidied(reference)
    )
    wanted = tidied(code).encode()
    return next((each for each in found if compare_digest(each.check_code.encode(), wanted)), None)


def tidied(typed: str) -> str:
    """A reference or a code as it stands in the database, however it was typed."""
    return "".join(typed.split()).replace("-", "").upper()[:20]
