"""Cases in every state that a document must bear, and their documents, each made once."""

import fcntl
import io
import json
import os
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pypdf

from readiness.cases import sums
from readiness.cases.facts import Facts
from readiness.cases.stages import TO_SEND, path
from readiness.catalogue.contents import contents
from readiness.reports import documents, letters, pdf
from readiness.reports.context import Edition, Paper
from readiness.reports.documents import Material
from readiness.reports.kinds import BUSINESS_CASE, Kind
from tests.cases.builders import (
    ANXIETIES,
    DIMENSIONS,
    TODAY,
    Answers,
    complete_answers,
    heard_from,
    later_answers,
)
from tests.cases.contract import GROUPS

SENTENCE = "Staff at both houses write the same notes two or three times on every shift. "
HOSTILE = (
    "<script>alert(1)</script> {{ settings.SECRET_KEY }} {% load x %} </style><style>*{display:none}"
    '</style> url(http://127.0.0.1/x) <img src="http://127.0.0.1/y"> =cmd|1 &amp; مرحبا بالعالم שלום'
    " 😀 漢字 Ŵyn Żółć Nguyễn " + "W" * 200
)
MOST = "100000000.00"


def half() -> Answers:
    """Somebody stopped half way: no outcomes, no costs, no worries, no readiness."""
    answers = complete_answers()
    gone = ("outcomes", "inclusion", "avenues", "costs", "cost-assumptions", "alternatives")
    return {
        step: given
        for step, given in answers.items()
        if step not in (*gone, "risks") and not step.startswith(("anxiet", "readiness-"))
    }


def shortest() -> Answers:
    """Complete, in as few words as the questions allow; nothing is gained and no staff compared."""
    answers = complete_answers(
        {
            "organisation": {"name": "A"},
            "need": {"problem": "x", "if_nothing_changes": "y"},
            "time": dict.fromkeys(
                ("minutes_saved_low", "minutes_saved_likely", "minutes_saved_high"), 0
            ),
            "anxieties": dict.fromkeys(ANXIETIES, 0),
        }
    )
    del answers["anxiety-cost-much"]
    staff = {"extra_fte": "0", "extra_hours_per_week": "37.5", "extra_pay": "12.80"}
    return answers | {
        "need-evidence": {"confidence": "guess"},
        "avenues": {"chosen": ["crm"], "why": "z"},
        "savings": {"rows": []},
        "risks": {"rows": []},
        "alternatives": {**staff, "extra_weeks_worked": "44"},
    }


def filled(text: str, line: str, *, rows: int) -> Answers:
    """Every text filled with these, and as much of everything as the questions allow."""
    answers = complete_answers()
    answers["about-you"] |= {"role": "board-member", "name": line}
    answers["organisation"] |= {"name": line, "services": ["care-home", "home-care", "other"]}
    answers["need"] |= {"problem": text, "affected": GROUPS, "if_nothing_changes": text}
    answers["need-evidence"] |= {"baseline": text, "confidence": "guess"}
    outcome = {"outcome": line, "measure": line, "now": line, "target": line, "by": "2028-06"}
    answers["outcomes"] = {"rows": [{**outcome, "who_for": "people"}] * min(rows, 5)}
    answers["control"] |= {"how": text, "change": "much-less", "decides_after": "supplier"}
    answers["inclusion"] |= {"barriers": text, "alternative_detail": text, "alternative": "none"}
    answers["involvement"] |= {"people": "told", "finance": "not-yet", "it": "not-yet"}
    chosen = ["assistive-technology", "service-delivery-channels", "delivery-of-care-and-support"]
    answers["avenues"] = {"title": line, "chosen": chosen, "why": text, "in_place": text}
    cost = {"category": "data-migration", "one_off": MOST, "per_year": MOST, "confidence": "guess"}
    answers["costs"] = {"rows": [{**cost, "label": line, "in_year": n} for n in range(rows)]}
    answers["cost-assumptions"] |= {"contingency_percent": "200", "funding": text, "years": 10}
    answers["cost-assumptions"] |= {"training_hours": "0", "budget": "1.00"}
    saving = {"label": line, "low": "0.00", "likely": "1.00", "high": MOST, "confidence": "guess"}
    answers["savings"] = {"rows": [saving] * min(rows, 8)}
    answers["alternatives"] |= {"change_description": text, "cost_of_waiting": MOST}
    answers["anxieties"] = dict.fromkeys(ANXIETIES, 3) | {"other": text}
    answers |= {f"anxiety-{slug}": {"who": GROUPS, "response": text} for slug in ANXIETIES}
    unready = {"s1": 0, "s2": 0, "s3": 0, "good_enough": "no", "note": text}
    answers |= {f"readiness-{slug}": dict(unready) for slug in DIMENSIONS}
    risk = {"risk": line, "likelihood": 5, "impact": 5, "owner": line, "response": line}
    answers["risks"] = {"rows": [risk] * min(rows, 10)}
    return answers


ASKED = "Larch Court Care"  # where people were asked

# The scripts that our fonts draw (Bengali where the machine has it), and what none of them has.
SCRIPTS = {
    "Latin": "Ŵyn, Llŷn, Żółć, Nguyễn",
    "Greek": "Ελλάδα, Άγιος",
    "Cyrillic": "Україна, Жижки, ґанок",
    "Arabic": "مرحبا بالعالم",
    "Bengali": "ক্ষমা আমরা",
    "no font": "漢字 שלום नमस्ते 👩‍👩‍👧",
}


def told_in(script: str) -> Answers:
    """Every text in this script."""
    return filled(f"{SCRIPTS[script]}. " * 8, SCRIPTS[script], rows=1)


STATES: dict[str, Callable[[], Answers]] = {
    "complete": complete_answers,
    "empty": dict,
    "half-filled": half,
    "shortest": shortest,
    "longest": lambda: filled((SENTENCE * 30)[:2000], (SENTENCE * 3)[:200], rows=12),
    "hostile": lambda: filled(HOSTILE, HOSTILE[-200:], rows=2),
    "asked": lambda: complete_answers({"organisation": {"name": ASKED}}),
    "every script": lambda: filled(". ".join(SCRIPTS.values()), " ".join(SCRIPTS.values()), rows=1),
}


def planned(text: str, line: str) -> Answers:
    """Every answer of the roll-out, filled with these, and as many dates as there may be."""
    changes = ("staff_change", "volunteer_change", "people_change", "support")
    row = {"what": line, "who": line}
    look = {"who": line, "method": line, "first_review": "2028-03"}
    return {
        "people-change": {"sponsor": line, "champions": line, **dict.fromkeys(changes, text)},
        "plan": {"style": "phased", "start": "2027-09", "feedback": text, "stop_rule": text},
        "milestones": {"rows": [{**row, "when": f"{2025 + n}-{n + 1:02}"} for n in range(10)]},
        "tracking": {"rows": [{**look, "outcome": n} for n in range(1, 6)]},
    }


LEAST_CHANGE = {"sponsor": "A", "staff_change": "b", "people_change": "c", "support": "d"}
PLANS: dict[str, Callable[[], Answers]] = {
    "planned": lambda: complete_answers() | later_answers(),
    "planned, begun": lambda: {"people-change": dict(LEAST_CHANGE)},
    "planned, longest": lambda: (
        STATES["longest"]() | planned((SENTENCE * 30)[:2000], (SENTENCE * 3)[:200])
    ),
    "planned, hostile": lambda: STATES["hostile"]() | planned(HOSTILE, HOSTILE[-200:]),
    "planned, every script": lambda: (
        STATES["every script"]() | planned(". ".join(SCRIPTS.values()), " ".join(SCRIPTS.values()))
    ),
}
EVERY = STATES | PLANS | {script: partial(told_in, script) for script in SCRIPTS}


def heard_in(words: str, most: int = 3) -> dict[str, Any]:
    """Six groups were asked, and are all of one mind."""
    told = dict.fromkeys(ANXIETIES, (most, 75, str(most)))
    groups = ("people", "families", "frontline", "volunteers", "managers", "others")
    control = {"control": ("much-less", 75, "-2"), "could-use": ("with-help", 75, None)}
    heard = heard_from(*groups, size=20, words=[words] * 35, **told, **control)
    return heard | {"idea": words[:200], "quick": "left-out"}


# What people said in some of the states, by the name of the organisation.
HEARD = {
    ASKED: heard_in("a way to write notes beside you"),
    (SENTENCE * 3)[:200]: heard_in((SENTENCE * 13)[:1000], 0),
    HOSTILE[-200:]: heard_in(HOSTILE),
    " ".join(SCRIPTS.values()): heard_in(". ".join(SCRIPTS.values())),
}


def facts_of(answers: Answers) -> Facts:
    """A case as plain values, as if these were all its answers."""
    asked = path(answers)
    applying = {step: answers[step] for step in asked if step in answers}
    unfinished = tuple(step for step in asked if step in TO_SEND and step not in answers)
    return Facts(
        answers=applying,
        unfinished=unfinished,
        figures=sums.figures(applying),
        heard=HEARD.get(answers.get("organisation", {}).get("name", "")),
        today=TODAY,
    )


def material_of(answers: Answers, number: int | None = None) -> Material:
    """What a document of such a case is made of; a draft has no number."""
    return Material(facts_of(answers), contents(), Edition("HAZEL234", TODAY, number))


def paper_of(answers: Answers, number: int | None = None, *, kind: Kind = BUSINESS_CASE) -> Paper:
    """What its business case, or another document, prints."""
    return documents.paper(kind, material_of(answers, number))


@cache
def made(state: str, kind: Kind = BUSINESS_CASE) -> bytes:
    """The PDF of a draft in this state; made once in a run, however many processes test."""
    return once(f"{state}-{kind.slug}.pdf", lambda: _drawn(state, kind))


def _drawn(state: str, kind: Kind) -> bytes:
    return documents.made(kind, "pdf", material_of(EVERY[state]()))


def opened(state: str, kind: Kind = BUSINESS_CASE) -> pypdf.PdfReader:
    """The PDF, to be read."""
    return pypdf.PdfReader(io.BytesIO(made(state, kind)))


@cache
def pages(state: str, kind: Kind = BUSINESS_CASE) -> list[str]:
    """The words of each page, as `words` has them."""

    def read() -> bytes:
        return json.dumps([*map(words, opened(state, kind).pages)]).encode()

    return json.loads(once(f"{state}-{kind.slug}.json", read))


def words(page: pypdf.PageObject) -> str:
    """The words of a page: spaces folded, without the places where a long word may break."""
    return " ".join(page.extract_text().replace("\u200b", "").split())


def once(name: str, make: Callable[[], bytes]) -> bytes:
    """What one process of this run of tests made, for all of them."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run is None:
        return make()
    folder = Path(tempfile.gettempdir()) / f"readiness-{run}"
    folder.mkdir(exist_ok=True)
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / name).exists():
            (folder / name).write_bytes(make())
    return (folder / name).read_bytes()


def finished(state: str, kind: Kind = BUSINESS_CASE) -> tuple[str, dict[str, str]]:
    """The finished HTML of which its PDF is made, and the words of its links."""
    taken: dict[str, tuple[str, dict[str, str]]] = {}

    def take(html: str, link_labels: dict[str, str]) -> bytes:
        taken["page"] = letters.boxed(html)[0], link_labels
        return b""

    with patch.object(pdf, "render", take):
        _drawn(state, kind)
    return taken["page"]
