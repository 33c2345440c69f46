"""Cells that no spreadsheet takes for a formula, whatever somebody typed."""

import re

_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
# What begins a formula; some spreadsheets pass over spaces, or read the wide forms as well.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(value: object) -> str:
    """The text of a cell; what could be a formula begins with an apostrophe. A number stays one."""
    text = "" if value is None else str(value)
    suspect = text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA)
    if suspect and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text
