"""What looks like somebody’s details in free words: people are asked to take it out."""

import re

# Ten figures (an NHS number, a phone number), a date of birth, an e-mail address.
_LOOKS = re.compile(
    r"""
      (?<!\d)(?:\+?\d[\s().-]{0,2}){9,13}\d(?!\d)
    | (?<!\d)\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*(?:19|20)?\d{2}(?!\d)
    | [^\s@]+@[^\s@]+\.\w{2,}
    """,
    re.VERBOSE,
)


def looks_personal(text: str) -> bool:
    """Whether the text may hold a number, a date or an address that points at one person."""
    return bool(_LOOKS.search(text))
