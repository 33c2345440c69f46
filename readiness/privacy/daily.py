"""What is done once a day, in order. To add something, list it here: a function that takes `at` and
says in a sentence what it did. Each may be done twice in a day without harm.
"""

import logging
from collections.abc import Iterator
from datetime import datetime

from django.contrib.sessions.backends.db import SessionStore
from django.utils.module_loading import import_string

from readiness.benefits import reminders
from readiness.contact import forgetting
from readiness.running import tries
from readiness.voices import closing

log = logging.getLogger(__name__)

# By name, as the apps that they belong to may import this part, or stand beside it.
JOBS = (
    "readiness.privacy.retention.run",
    "readiness.privacy.erasing.erase_again",
    "readiness.privacy.erasing.erase_due",
    "readiness.privacy.daily.close_rounds",
    "readiness.privacy.daily.remind_of_reviews",
    "readiness.privacy.daily.forget_messages",
    "readiness.privacy.daily.erase_exports",
    "readiness.privacy.daily.clear_sessions",
    "readiness.privacy.daily.forget_tries",
    "readiness.cases.mails.send_waiting",
)


def run(*, at: datetime) -> Iterator[tuple[str, str | None]]:
    """Do all of it: the name of each, and what it did; None where it failed, which is logged."""
    for name in JOBS:
        try:
            yield name, import_string(name)(at=at)
        except Exception:  # the others are due as well
            log.exception("%s failed", name)
            yield name, None


def close_rounds(*, at: datetime) -> str:
    """Close the rounds of voices that are past their last day, and work out what was said."""
    return f"{closing.close_due(at)} rounds of voices closed."


def remind_of_reviews(*, at: datetime) -> str:
    """Mail whoever has a benefits review that is due."""
    return f"{reminders.send_due(at)} reminders of reviews."


def forget_messages(*, at: datetime) -> str:
    """Erase what visitors wrote, half a year after staff were done with it."""
    return f"{forgetting.forget(at=at)} messages erased."


def erase_exports(*, at: datetime) -> str:
    """Erase the exports of staff that are a day old."""
    import_string("readiness.desk.exports.erase_old")(at)  # stands beside this part
    return "Old exports erased."


def forget_tries(*, at: datetime) -> str:
    """Erase the counts of tries whose time is over."""
    return f"{tries.forget(at=at)} counts of tries erased."


def clear_sessions(*, at: datetime) -> str:
    """Erase the sessions that have ended."""
    SessionStore.clear_expired()
    return "Sessions that ended erased."
