"""What nobody would type, and what somebody will: the inputs that `make fuzz` tries."""

import os
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from readiness.cases.stages import STEPS
from tests.people import answers, typed

# How many inputs in all; in the gate a few, always the same.
MANY = int(os.environ.get("FUZZ", "0"))


def tries(share: float, few: int) -> settings:
    """Settings for a test that takes this share of the many inputs, or these few."""
    return settings(
        max_examples=max(1, round(MANY * share)) if MANY else few,
        derandomize=not MANY,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


NASTY = (
    *("", " ", "\x00", "\u202e\u202d", "\u2028", "\r\n\r\n", "\t", "\ufeff", "\x1b[31m"),
    *("<script>alert(1)</script>", "</textarea><img src=x onerror=alert(2)>", "{{ 7|add:7 }}"),
    *(
        "{% include 'x' %}",
        "%s %(x)s {0} {name}",
        "'; DROP TABLE cases_case; --",
        "../../etc/passwd",
    ),
    *("=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "0", "-0", "00", "1e9", "NaN", "Infinity", "1_000"),
    *(
        "٣",
        "１２",
        "9" * 400,
        "0." + "0" * 300 + "1",
        "-" + "9" * 30,
        "12,5",
        "£1,000.00",
        "3 2028",
    ),
    *("13 2028", "0 0", "February 30 2028", "2028-02-30", "yes", "none", "true", "[]", "null"),
    *("a" * 2001, "a\n" * 2000, "é" * 2000, "🏠" * 700, "ﷺ" * 300, "e\u0301" * 900, "א" * 1999),
)
TEXTS = st.sampled_from(NASTY) | st.text(max_size=60) | st.integers().map(str)
# What the admin of a form says beside its answers.
EXTRA = (
    *("base", "later", "later_note", "keep", "discard", "add", "remove", "restore", "look", "say"),
    *("current_step", "wizard_goto_step", "TOTAL_FORMS", "csrfmiddlewaretoken", "x" * 300),
)
TOTALS = st.sampled_from(("", "-1", "0", "1", "13", "1000", "9" * 30, "x"))


@st.composite
def posted(draw: st.DrawFn, step: str) -> dict[str, Any]:
    """A step as a browser might post it: a sound one with some inputs spoilt, gone or made up."""
    sound = typed(step, answers().get(step, {}))
    spoilt = draw(st.lists(st.sampled_from(sorted(sound) or ["x"]), max_size=4))
    found = sound | {name: draw(TEXTS | st.lists(TEXTS, max_size=3)) for name in spoilt}
    for name in draw(st.lists(st.sampled_from(EXTRA), max_size=2)):
        found[f"{step}-{name}" if name == "TOTAL_FORMS" else name] = draw(
            TOTALS if name == "TOTAL_FORMS" else TEXTS
        )
    gone = draw(st.lists(st.sampled_from(sorted(found) or ["x"]), max_size=2))
    return {name: text for name, text in found.items() if name not in gone}


@st.composite
def steps_posted(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A step and what is posted to it."""
    step = draw(st.sampled_from(sorted(STEPS)))
    return step, draw(posted(step))


# Half of a letter: no form can send one, but a file can.
HALF = st.just("\ud800")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS | HALF,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(TEXTS | st.sampled_from(["rows"]), inner)
    ),
    max_leaves=6,
)


@st.composite
def case_files(draw: st.DrawFn) -> dict[str, Any]:
    """A case file of which something is spoilt."""
    found: dict[str, Any] = {"schema": 1, "answers": answers()}
    step = draw(st.sampled_from(sorted(STEPS)))
    kept = found["answers"].get(step)
    if isinstance(kept, dict) and kept and draw(st.booleans()):
        kept[draw(st.sampled_from(sorted(kept)))] = draw(JSON)
    else:
        found["answers"][step] = draw(JSON)
    if draw(st.integers(0, 9)) == 0:
        found[draw(TEXTS | st.sampled_from(["schema", "answers"]))] = draw(JSON)
    return found
