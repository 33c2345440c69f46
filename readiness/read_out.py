"""What people read out to each other: letters and digits that nobody mistakes for others."""

import secrets

PLAIN_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # 32 of them, so that a byte chooses fairly


def eight_letters() -> str:
    """Eight of them by chance, for a reference."""
    return "".join(PLAIN_LETTERS[byte % 32] for byte in secrets.token_bytes(8))
