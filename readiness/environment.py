"""Settings from the environment. A bad value stops the start with one clear line."""

import os
import secrets
from pathlib import Path


class BadSetting(SystemExit):
    """A setting that cannot be used; the message is shown alone, without a traceback."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"Setting {name} {problem}")


def text(name: str, default: str = "") -> str:
    """The setting's text without spaces round it, or ``default`` where it is not set."""
    return os.environ.get(name, default).strip()


def yes_or_no(name: str, *, default: bool) -> bool:
    """True for yes, true, on and 1; False for no, false, off and 0. Raises BadSetting."""
    value = text(name).lower()
    if value == "":
        return default
    if value in {"yes", "true", "on", "1"}:
        return True
    if value in {"no", "false", "off", "0"}:
        return False
    raise BadSetting(name, f"must be yes or no, not “{value}”.")


def whole_number(name: str, default: int) -> int:
    """A whole number, 0 or more. Raises BadSetting."""
    value = text(name)
    if value == "":
        return default
    if not (value.isascii() and value.isdigit()):
        raise BadSetting(name, f"must be a whole number, not “{value}”.")
    return int(value)


def kept_secret(path: Path) -> str:
    """A secret made once and kept in ``path``, for development set-ups alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()
