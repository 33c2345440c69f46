"""The three-minute questions, in the words of whoever answers them. No sentence is long.

What is kept are the values of `cases/heard.py`; what is read here are words and pictures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from readiness.cases.heard import CONTROL, COULD_USE, NOT_SURE, OTHERS
from readiness.cases.steps.choices import MORE_OR_LESS
from readiness.voices.tallying import Answer

GROUPS: Mapping[str, Any] = {
    "people": _("I get care or support here"),
    "families": _("I am family or a friend"),
    "frontline": _("I work here with people"),
    "volunteers": _("I am a volunteer"),
    "managers": _("I manage a team or a service"),
    OTHERS: _("None of these"),
}
INTRODUCTIONS: Mapping[str, Any] = {
    "people": _("You live here or get support here. So this is about your life."),
    "families": _("Someone you love gets care or support here. You may see things that we miss."),
    "frontline": _("You do the work. So you know what would help and what would not."),
    "volunteers": _("You give your time here. So it should work for you as well."),
    "managers": _("You would have to make it work. So tell us what you really think."),
    OTHERS: _("You know this place in another way. We want to hear from you."),
}

_LAST = _("Will it last? Or will it be dropped next year?")
_ALONE = _("Will we be left to work it out alone?")
_REPLACE = _("Will it replace us?")
_BETTER = _("Will it really make things better here?")
_MORE_TIME = _("Will staff really have more time for people?")
_MORE_STAFF = _("Should the money pay for more staff?")
_TOO_MANY = _("Will there be too many rules and meetings?")

# Each worry as each group would say it.
WORRIES: Mapping[str, Mapping[str, Any]] = {
    "improve-productivity": {
        "people": _("Will things really get better for me?"),
        "families": _("Will the care really get better?"),
        "frontline": _("Will it really make the work better?"),
        "volunteers": _BETTER,
        "managers": _("Will it really improve how much we get done?"),
        OTHERS: _BETTER,
    },
    "free-up-time": {
        "people": _("Will staff really have more time for me?"),
        "families": _MORE_TIME,
        "frontline": _("Will it really free up my time for care?"),
        "volunteers": _("Will I really have more time for people?"),
        "managers": _("Will it really free up time for the real job?"),
        OTHERS: _MORE_TIME,
    },
    "replace-people": {
        "people": _("Will a machine come in place of a person?"),
        "families": _("Will people see less of a human face?"),
        "frontline": _REPLACE,
        "volunteers": _REPLACE,
        "managers": _("Will it replace people?"),
        OTHERS: _("Will it replace people?"),
    },
    "cost-much": {
        "people": _("Will it cost a lot? Will I have to pay?"),
        "families": _("Will it cost a lot? Will fees go up?"),
        "frontline": _("Will it cost a lot? Will pay or staffing suffer?"),
        "volunteers": _("Will it cost a lot? Could the money do more?"),
        "managers": _("Will it cost much? Are there costs we cannot see?"),
        OTHERS: _("Will it cost a lot?"),
    },
    "doing-it-yourself": {
        "people": _("Will I be left to do it by myself?"),
        "families": _("Will the work be passed on to families?"),
        "frontline": _ALONE,
        "volunteers": _ALONE,
        "managers": _("Is this just about doing it ourselves?"),
        OTHERS: _("Will people be left to do it by themselves?"),
    },
    "future-proof": {
        "people": _("Will it stop working, or be changed again soon?"),
        "families": _("Will it last? Will it be changed again soon?"),
        "frontline": _LAST,
        "volunteers": _LAST,
        "managers": _("Is it a big investment that will soon be old?"),
        OTHERS: _("Will it last?"),
    },
    "rigid-project-management": {
        "people": _TOO_MANY,
        "families": _("Will there be too many rules and forms?"),
        "frontline": _("Will there be too many meetings and forms?"),
        "volunteers": _("Will it all get too formal?"),
        "managers": _("Will it need a rigid project? That is not us."),
        OTHERS: _TOO_MANY,
    },
    "two-members-of-staff": {
        "people": _MORE_STAFF,
        "families": _MORE_STAFF,
        "frontline": _("Should the money pay for more of us?"),
        "volunteers": _MORE_STAFF,
        "managers": _("Could we get two members of staff for that?"),
        OTHERS: _MORE_STAFF,
    },
}
# More choice or less, and a hint.
_SOMEONE = _("Think of someone you know well.")
CHOICE: Mapping[str, tuple[Any, Any]] = {
    "people": (
        _("Would you have more choice, or less?"),
        _("Think about your day, your visits and your things."),
    ),
    "families": (
        _("Would your relative or friend have more choice, or less?"),
        _("Think of what they want. It may differ from you."),
    ),
    "frontline": (_("Would the people you support have more choice, or less?"), _SOMEONE),
    "volunteers": (_("Would the people you help have more choice, or less?"), _SOMEONE),
    "managers": (
        _("Would the people you support have more choice, or less?"),
        _("Think of them before the rota."),
    ),
    OTHERS: (
        _("Would people who get care have more choice, or less?"),
        _("Say what you think. You need not be sure."),
    ),
}
USE: Mapping[str, tuple[Any, Any]] = {
    "people": (_("Could you use it?"), _("It is fine to say no. There can be another way.")),
    "families": (
        _("Could you and they use it?"),
        _("Choose the answer for whoever would find it hardest."),
    ),
    "frontline": (
        _("Could you use it, on a busy shift?"),
        _("It is fine to say no. Training takes time."),
    ),
    "volunteers": (_("Could you use it?"), _("It is fine to say no.")),
    "managers": (_("Could you and your team use it?"), _("Think of nights and new starters.")),
    OTHERS: (_("Could people here use it?"), _("Think of those who would find it hardest.")),
}
_SAY, _KNOW = _("What else do you want to say?"), _("What else should we know before we decide?")
WORDS: Mapping[str, Any] = {
    **dict.fromkeys(GROUPS, _SAY),
    **dict.fromkeys(("frontline", "managers"), _KNOW),
}

ARROWS = {"much-less": "down2", "less": "down", "same": "same", "more": "up", "much-more": "up2"}
_NOT_SURE = (NOT_SURE, _("I do not know"), "unsure")
ANSWERS: Mapping[str, tuple[tuple[Answer, Any, str], ...]] = {
    "worry": (
        (0, pgettext_lazy("how much it worries me", "Not at all"), "none"),
        (1, pgettext_lazy("how much it worries me", "A little"), "little"),
        (2, pgettext_lazy("how much it worries me", "A lot"), "lot"),
        (3, _("So much that I would say no"), "stop"),
        _NOT_SURE,
    ),
    CONTROL: (
        *((each.value, each.label, ARROWS[str(each.value)]) for each in MORE_OR_LESS),
        _NOT_SURE,
    ),
    COULD_USE: (
        ("alone", _("Yes"), "yes"),
        ("with-help", _("Yes, with help"), "hands"),
        ("not-now", _("No"), "no"),
        _NOT_SURE,
    ),
}
ASKED = (*WORRIES, CONTROL, COULD_USE)


@dataclass(frozen=True)
class Option:
    """One answer, with its picture; `picked` where it was chosen before."""

    value: Answer
    label: Any
    picture: str
    picked: bool


@dataclass(frozen=True)
class Question:
    """A question as one group is asked it. `picture` is "" where it has none of its own."""

    name: str
    title: Any
    hint: Any
    picture: str
    options: tuple[Option, ...]


def ask(group: str, given: Mapping[str, Answer]) -> Iterator[Question]:
    """The questions with a choice of answers, in order."""
    how_much = _("How much does this worry you?")
    for slug, said in WORRIES.items():
        yield _question(slug, said[group], how_much, slug, given)
    yield _question(CONTROL, *CHOICE[group], "", given)
    yield _question(COULD_USE, *USE[group], "", given)


def _question(
    name: str, title: Any, hint: Any, picture: str, given: Mapping[str, Answer]
) -> Question:
    offered = ANSWERS.get(name, ANSWERS["worry"])
    options = (
        Option(value, label, drawn, picked=given.get(name) == value)
        for value, label, drawn in offered
    )
    return Question(name, title, hint, picture, tuple(options))


def sound(posted: Mapping[str, str]) -> dict[str, Answer]:
    """The answers of a sheet that was posted; whatever is no answer of ours is left out."""
    found = {}
    for name in ASKED:
        values = {str(value): value for value, *_rest in ANSWERS.get(name, ANSWERS["worry"])}
        if posted.get(name) in values:
            found[name] = values[posted[name]]
    return found


def read_back(group: str, given: Mapping[str, Answer]) -> list[tuple[Any, Any]]:
    """Each question with the answer that was chosen, None where it was skipped."""
    return [
        (each.title, next((option.label for option in each.options if option.picked), None))
        for each in ask(group, given)
    ]
