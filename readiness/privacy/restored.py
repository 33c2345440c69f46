"""What is done once a back-up was put back: it knows nothing of what happened after it was made."""

from collections.abc import Iterator
from datetime import datetime

from readiness.accounts.models import User
from readiness.cases import mails
from readiness.privacy import erased, erasing


def settle(*, at: datetime) -> Iterator[str]:
    """Do it; what was done, in sentences."""
    if not erased.notes():
        yield (
            "Beside the documents nothing is noted of cases that were erased. Where some were, "
            "since the back-up, and the notes are lost too, they may be there again."
        )
    yield erasing.erase_again(at=at)
    yield f"{mails.let_rest(at=at)} mails that waited may have been sent since, and are not sent."
    yield f"{erasing.put_off(at=at)} cases that were to be erased are kept for some days more."
    yield f"Staff sign in again, all {User.end_all_sign_ins()}."
