"""The pages for people who are asked. They know nobody: no account, no session and no cookie.

So there is no token against forged forms either: whoever has the code of a round may answer, from
wherever they are. How many came from an address is counted, so that a flood is slowed. Only a hash of
the address is kept for that, apart from all voices, and for a day at most.
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from readiness.cases import limits, private_words, typed
from readiness.voices import casting, questions
from readiness.voices.casting import Closed, Full, SentBefore, Sheet
from readiness.voices.models import Round

HOUR, TEN_MINUTES, DAY = 60 * 60, 10 * 60, 24 * 60 * 60
GUESSES = 30  # codes that are none, in an hour from one place
# Voices in ten minutes from one place; after that it has to wait. A large home has one address, and
# everybody in it may answer at one meeting.
AT_ONCE = 150
# More than these from one place are kept, but do not count until the owner has looked.
USUAL, USUAL_IN_A_DAY = 10, 60
LONGEST = 1000  # letters of free words


def page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that is kept for nobody else, and small on the way. A browser may keep it for its
    own way back, so that what was filled in is still there."""
    private = cache_control(private=True, no_cache=True)
    return csrf_exempt(gzip_page(private(view)))


def of_a_round(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of a round that is open. An unknown code and a closed round are told kindly."""

    @page
    @wraps(view)
    def found(request: HttpRequest, code: str) -> HttpResponse:
        asking = Round.objects.filter(code=casting.tidied(code)).first()
        if asking is None:
            return _unknown(request, code)
        if not asking.is_open(timezone.now()):
            return _closed(request, asking)
        return view(request, asking)

    return found


# /v/?code=


@page
@require_safe
def type_code(request: HttpRequest) -> HttpResponse:
    """Where somebody types the code that stands on their paper."""
    code = casting.tidied(request.GET.get("code", ""))
    return redirect("voice", code) if code else _show("type_code")


# /v/<code>/


@of_a_round
@require_safe
def start(request: HttpRequest, asking: Round) -> HttpResponse:
    """What it is about, what happens with the answers, and who are you?

    For the next person at the same screen, the browser forgets the pages of the one before.
    """
    answer = _show("start", round=asking, groups=questions.GROUPS)
    if "next" in request.GET:
        answer["Clear-Site-Data"] = '"cache"'
    return answer


# /v/<code>/questions/


@of_a_round
def ask(request: HttpRequest, asking: Round) -> HttpResponse:
    """All the questions of a group, of which one is seen at a time."""
    sheet = _sheet(request)
    return _asked(asking, sheet) if sheet else redirect("voice", asking.code)


# /v/<code>/check/


@of_a_round
def check(request: HttpRequest, asking: Round) -> HttpResponse:
    """What was answered, before it is sent."""
    sheet = _sheet(request)
    if sheet is None:
        return redirect("voice", asking.code)
    fault = _fault(request.POST, sheet.words)
    return _asked(asking, sheet, fault) if fault else _checked(asking, sheet)


# /v/<code>/send/


@of_a_round
def send(request: HttpRequest, asking: Round) -> HttpResponse:
    """Keep a voice, and show its code."""
    sheet = _sheet(request)
    if sheet is None:
        return redirect("voice", asking.code)
    if fault := _fault(request.POST, sheet.words):
        return _asked(asking, sheet, fault)
    whose = request.POST.get("whose", "")
    if whose == "other":
        sheet = Sheet(casting.another_key(sheet), sheet.group, sheet.answers, sheet.words)
    if not _has_room(request, asking, sheet):
        return _checked(asking, sheet, refused="slowed", status=429)
    return _cast(request, asking, sheet, instead=whose == "same")


def _cast(request: HttpRequest, asking: Round, sheet: Sheet, *, instead: bool) -> HttpResponse:
    quick = not casting.was_sent(asking, sheet) and _is_quick(request, asking)
    try:
        receipt = casting.cast(asking, sheet, quick=quick, at=timezone.now(), instead=instead)
    except Closed:
        return _closed(request, asking)
    except Full:
        return _checked(asking, sheet, refused="full", status=503)
    except SentBefore:
        return _checked(asking, sheet, refused="before", status=409)
    return _show("thanks", round=asking, receipt=receipt)


# /v/<code>/take-back/


@of_a_round
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest, asking: Round) -> HttpResponse:
    """Take answers back by their code. What it says is the same whether or not there are any."""
    if request.method != "POST":
        return _show("take_back", round=asking)
    shown = typed.one_line(request.POST.get("receipt", ""))[:40]
    code = casting.tidied(shown)
    fault = (
        "" if len(code) == casting.LONG else _("Enter your code. It has eight letters and numbers")
    )
    if not fault and not limits.allow(
        "voice-back", limits.address(request), times=GUESSES, seconds=HOUR
    ):
        fault = _("Too many codes were tried from here. Wait an hour, then try again.")
    if fault:
        return _show("take_back", status=422, round=asking, fault=fault, typed=shown)
    try:
        casting.take_back(asking, code, at=timezone.now())
    except Closed:
        return _closed(request, asking)
    return _show("take_back", round=asking, done=True, typed=shown)


def _sheet(request: HttpRequest) -> Sheet | None:
    """What was filled in so far; None where nobody said who they are."""
    posted = request.POST
    group = posted.get("group", "")
    if request.method != "POST" or group not in questions.GROUPS:
        return None
    words = posted.get("words", "")
    words = "" if typed.has_lone_surrogate(words) else typed.paragraphs(words)
    key = posted.get("key", "")[:64] or secrets.token_hex(16)
    return Sheet(key, group, questions.sound(posted), words)


def _fault(posted: QueryDict, words: str) -> str:
    """Why the free words cannot stay as they are; "" where they can. What looks private is asked
    about once: it may be something else."""
    if len(words) > LONGEST:
        over = len(words) - LONGEST
        return _("Use 1,000 letters or fewer. Take out %(n)s.") % {"n": over}
    if private_words.still_to_ask(posted, [words]):
        return _(
            "This looks like someone’s details. Please take them out. Is it something else? "
            "Then press the button again."
        )
    return ""


def _asked_about(words: str) -> str:
    """What the page says of the words once they were asked about."""
    return private_words.seen(private_words.found_in([words]))


def _has_room(request: HttpRequest, asking: Round, sheet: Sheet) -> bool:
    """Whether one more may come from this place just now; a second press is not one more."""
    if casting.was_sent(asking, sheet):
        return True
    return limits.allow("voice", _place(request, asking), times=AT_ONCE, seconds=TEN_MINUTES)


def _is_quick(request: HttpRequest, asking: Round) -> bool:
    """Whether this comes from where many came from just before, or today."""
    place = _place(request, asking)
    few = limits.allow("voice-usual", place, times=USUAL, seconds=TEN_MINUTES)
    return not limits.allow("voice-day", place, times=USUAL_IN_A_DAY, seconds=DAY) or not few


def _place(request: HttpRequest, asking: Round) -> str:
    return f"{asking.pk}:{limits.address(request)}"


def _asked(asking: Round, sheet: Sheet, fault: str = "") -> HttpResponse:
    asked = list(questions.ask(sheet.group, sheet.answers))
    return _show(
        "questions",
        status=422 if fault else 200,
        round=asking,
        group=sheet.group,
        key=sheet.key,
        questions=asked,
        total=len(asked) + 1,
        introduction=questions.INTRODUCTIONS[sheet.group],
        words=sheet.words,
        words_title=questions.WORDS[sheet.group],
        fault=fault,
        private=_asked_about(sheet.words) if fault else "",
    )


def _checked(asking: Round, sheet: Sheet, refused: str = "", status: int = 200) -> HttpResponse:
    return _show(
        "check",
        status=status,
        round=asking,
        sheet=sheet,
        refused=refused,
        group_name=questions.GROUPS[sheet.group],
        answers=questions.read_back(sheet.group, sheet.answers),
        words_title=questions.WORDS[sheet.group],
        private=_asked_about(sheet.words),
    )


def _unknown(request: HttpRequest, code: str) -> HttpResponse:
    slowed = not limits.allow("voice-code", limits.address(request), times=GUESSES, seconds=HOUR)
    shown = {"typed": code[:20], "unknown": True, "slowed": slowed}
    return _show("type_code", status=429 if slowed else 404, **shown)


def _closed(request: HttpRequest, asking: Round) -> HttpResponse:
    """It has closed; what somebody was about to send stays to be read."""
    sheet = _sheet(request)
    return _show("closed", status=410, round=asking, unsent=sheet.words if sheet else "")


def _show(template: str, *, status: int = 200, **values: Any) -> HttpResponse:
    """A page. No template sees the request, so none can make a session of it."""
    return HttpResponse(render_to_string(f"voices/{template}.html", values), status=status)
