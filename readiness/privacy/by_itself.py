"""What is due is done by the guide itself while it is visited, on a set-up without a timer."""

import logging
from time import monotonic

from django.conf import settings
from django.core.signals import request_finished
from django.tasks import task
from django.utils import timezone

from readiness.cases import mails
from readiness.privacy import daily
from readiness.privacy.models import Round

log = logging.getLogger(__name__)

EVERY = 5 * 60  # seconds between two looks of one process
NAME = "daily"
_looked: list[float] = []  # when this process last looked


def listen() -> None:
    """Look after requests from now on."""
    request_finished.connect(look, dispatch_uid="privacy.by_itself")


def look(**_given) -> None:
    """Look whether something is due, behind the page, unless that was done just now."""
    now = monotonic()
    if not settings.DAILY_BY_ITSELF or (_looked and now - _looked[0] < EVERY):
        return
    _looked[:] = [now]
    try:
        mails.deliver_waiting.enqueue()
        do_what_is_due.enqueue()
    except Exception:  # nobody's page suffers for it, and the next look is soon
        log.exception("What is due could not be queued")


@task
def do_what_is_due() -> None:
    """Do today's round, unless another process does or did."""
    now = timezone.now()
    if Round.take(NAME, today=timezone.localdate(now), at=now):
        for _name, _said in daily.run(at=now):
            pass  # what failed was logged
        Round.done(NAME, at=timezone.now())
