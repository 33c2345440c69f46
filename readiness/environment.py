"""Settings from the environment. A bad value stops the start with one clear line."""

import os
import secrets
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import dj_database_url


class BadSetting(SystemExit):
    """A setting that cannot be used; the message is shown alone, without a traceback."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"Setting {name} {problem}")


def text(name: str, default: str = "") -> str:
    """The setting's text without spaces round it, or ``default`` where it is not set, or empty."""
    return os.environ.get(name, "").strip() or default


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


def whole_number(name: str, default: int, most: int = 1_000_000_000) -> int:
    """A whole number from 0 to ``most``. Raises BadSetting."""
    value = text(name)
    if value == "":
        return default
    if not (value.isascii() and value.isdigit()):
        raise BadSetting(name, f"must be a whole number, not “{value}”.")
    if int(value) > most:
        raise BadSetting(name, f"must be {most} or less, not {value}.")
    return int(value)


def one_of(name: str, *choices: str) -> str:
    """One of these words; the first where it is not set. Raises BadSetting."""
    value = text(name, choices[0]) or choices[0]
    if value not in choices:
        raise BadSetting(name, f"must be {' or '.join(choices)}, not “{value}”.")
    return value


def address(name: str, value: str) -> SplitResult:
    """The parts of a web address without a path, such as https://guide.example.org. Raises BadSetting."""
    example = "must be the guide's own address, such as https://guide.example.org."
    try:
        parts = urlsplit(value)
        whole = parts.hostname and parts.port != 0
    except ValueError:
        raise BadSetting(name, example) from None
    if parts.scheme not in {"http", "https"} or not whole or parts.path or parts.query:
        raise BadSetting(name, example)
    return parts


def database(name: str, default: str) -> dj_database_url.DBConfig:
    """The database that an address names. Raises BadSetting."""
    try:
        return dj_database_url.parse(text(name, default), conn_max_age=600)
    except (ValueError, KeyError, dj_database_url.ParseError, dj_database_url.UnknownSchemeError):
        raise BadSetting(
            name, "must be a database's address, such as postgres://user:password@host/name."
        ) from None


def kept_secret(path: Path, letters: int = 67) -> str:
    """A secret made once and kept in ``path``, for development set-ups alone."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(letters)[:letters])
    return path.read_text().strip()
