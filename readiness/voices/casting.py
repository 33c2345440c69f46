"""A voice comes in, is put right, or is taken back. Only a hash of its code is kept."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from readiness.read_out import PLAIN_LETTERS
from readiness.voices.models import Round, Voice, Words
from readiness.voices.tallying import ENOUGH, Answer

LONG = 8  # letters of a code
MOST = 5_000  # voices in one round, so that a flood from everywhere fills no disk


class Closed(Exception):
    """The round takes nothing any more."""


class Full(Exception):
    """The round has as many voices as it can hold."""


class SentBefore(Exception):
    """This sheet was sent before with other answers, or taken back: whose are these?"""


@dataclass(frozen=True)
class Sheet:
    """What one person filled in. `key` was made by their page, so that a second press is seen."""

    key: str
    group: str
    answers: Mapping[str, Answer]
    words: str = ""


def receipt_of(asking: Round, key: str) -> str:
    """The code of whoever filled in the sheet with this key, such as “ABCD2345”."""
    number = int.from_bytes(_hmac("code", asking, key).digest())
    letters = [PLAIN_LETTERS[(number >> 5 * place) % len(PLAIN_LETTERS)] for place in range(LONG)]
    return "".join(letters)


def another_key(sheet: Sheet) -> str:
    """A key for the next person at the same page; the same again for the same answers."""
    told = f"{sheet.key} {sheet.group} {sorted(sheet.answers.items())} {sheet.words}"
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def cast(asking: Round, sheet: Sheet, *, quick: bool, at: datetime, instead: bool = False) -> str:
    """Keep a voice and say its code. The same sheet again changes nothing; `instead` puts it in
    the place of what the same person sent before.

    Raises Closed, Full, and SentBefore.
    """
    code = receipt_of(asking, sheet.key)
    with transaction.atomic():
        asking = Round.objects.select_for_update().get(pk=asking.pk)
        if not asking.is_open(at):
            raise Closed
        before = asking.voices.filter(receipt=_hash("voice", asking, code)).first()
        if before and _same(before, sheet, _words_of(asking, code)):
            return code
        if before and not instead:
            raise SentBefore
        if not before and asking.voices.count() >= MOST:
            raise Full
        quick = before.quick if before else quick
        _keep(asking, sheet, code, quick)
        _tell(asking, quick, at)
    return code


def was_sent(asking: Round, sheet: Sheet) -> bool:
    """Whether just this sheet was sent before: a second press of the button, which changes nothing."""
    code = receipt_of(asking, sheet.key)
    before = asking.voices.filter(receipt=_hash("voice", asking, code)).first()
    return before is not None and _same(before, sheet, _words_of(asking, code))


def take_back(asking: Round, code: str, *, at: datetime) -> None:
    """Erase the answers and words of a code, if there are any. Raises Closed."""
    with transaction.atomic():
        asking = Round.objects.select_for_update().get(pk=asking.pk)
        if not asking.is_open(at):
            raise Closed
        gone = {"group": "", "answers": {}}
        asking.voices.filter(receipt=_hash("voice", asking, code)).update(**gone)
        asking.words.filter(receipt=_hash("words", asking, code)).delete()


def tidied(typed: str) -> str:
    """A code as it was typed, in capitals and without what stands between its letters."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())[: LONG + 1]


def _keep(asking: Round, sheet: Sheet, code: str, quick: bool) -> None:
    said = {"group": sheet.group, "answers": dict(sheet.answers), "quick": quick}
    asking.voices.update_or_create(receipt=_hash("voice", asking, code), defaults=said)
    hashed = _hash("words", asking, code)
    if sheet.words:
        words = {"text": sheet.words, "quick": quick}
        asking.words.update_or_create(receipt=hashed, defaults=words)
    else:
        asking.words.filter(receipt=hashed).delete()


def _tell(asking: Round, quick: bool, at: datetime) -> None:
    """What the owner may learn while it is open: from tomorrow on, that there are five; and that
    some came quickly from one place."""
    if asking.five_told_on is None and asking.voices.exclude(group="").count() >= ENOUGH:
        asking.five_told_on = timezone.localdate(at) + timedelta(days=1)
    if quick and asking.quick == Round.Quick.NONE:
        asking.quick = Round.Quick.UNSEEN
    asking.save(update_fields=["five_told_on", "quick"])


def _same(before: Voice, sheet: Sheet, words: str) -> bool:
    return (before.group, before.answers, words) == (sheet.group, dict(sheet.answers), sheet.words)


def _words_of(asking: Round, code: str) -> str:
    found: Words | None = asking.words.filter(receipt=_hash("words", asking, code)).first()
    return found.text if found else ""


def _hash(what: str, asking: Round, code: str) -> str:
    return _hmac(what, asking, code).hexdigest()


def _hmac(what: str, asking: Round, value: str):
    return salted_hmac(f"voices.{what}", f"{asking.code} {value}", algorithm="sha256")
