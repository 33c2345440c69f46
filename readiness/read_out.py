"""What people read out to each other: letters and digits that nobody mistakes for others."""

import secrets

PLAIN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def eight_letters() -> str:
    """Eight of them by chance, for a reference."""
    return "".join(secrets.choice(PLAIN_LETTERS) for _place in range(8))
