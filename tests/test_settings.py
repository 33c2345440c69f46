"""A guide that is set up wrongly does not start, and says why in one line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SERVER = {"SECRET_KEY": "k" * 60, "PUBLIC_URL": "https://guide.example.org"}
KEPT = ("PATH", "SYSTEMROOT", "COVERAGE_PROCESS_CONFIG")
SHOW = "from readiness import settings; print(settings.{})"


def start(code: str = "import readiness.settings", **environment: str):
    """Start a Python of its own with these settings alone, as a server would."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def setting(name: str, **environment: str) -> str:
    started = start(SHOW.format(name), **environment)
    assert started.stderr == ""
    return started.stdout.strip()


@pytest.mark.parametrize(
    ("environment", "line"),
    [
        (
            {"DEVELOPMENT": "no"},
            "Setting SECRET_KEY must be set, as this is not a development set-up.",
        ),
        (
            {"SECRET_KEY": "short", "PUBLIC_URL": "https://guide.example.org"},
            "Setting SECRET_KEY must be 50 random characters or more, and never shared.",
        ),
        (
            {"SECRET_KEY": "k" * 60},
            "Setting PUBLIC_URL must be the guide's own address, such as https://guide.example.org.",
        ),
        (
            SERVER | {"PUBLIC_URL": "guide.example.org"},
            "Setting PUBLIC_URL must be the guide's own address, such as https://guide.example.org.",
        ),
        (
            SERVER | {"PUBLIC_URL": "ftp://guide.example.org"},
            "Setting PUBLIC_URL must be the guide's own address, such as https://guide.example.org.",
        ),
        (
            SERVER | {"KEEP_DRAFTS": "a year"},
            "Setting KEEP_DRAFTS must be a whole number, not “a year”.",
        ),
        (SERVER | {"DEBUG": "maybe"}, "Setting DEBUG must be yes or no, not “maybe”."),
        (SERVER | {"BEHIND_PROXY": "2"}, "Setting BEHIND_PROXY must be yes or no, not “2”."),
        (SERVER | {"PORT": "eighty"}, "Setting PORT must be a whole number, not “eighty”."),
        (SERVER | {"PORT": "-1"}, "Setting PORT must be a whole number, not “-1”."),
        (
            SERVER | {"MAIL_HOST": "mail.example.org", "MAIL_PORT": "x"},
            "Setting MAIL_PORT must be a whole number, not “x”.",
        ),
    ],
)
def test_a_bad_setting_stops_the_start_with_one_line(environment, line):
    started = start(**environment)
    assert started.returncode == 1
    assert started.stderr == f"{line}\n"


def test_one_machine_needs_no_settings():
    assert setting("DEVELOPMENT") == "True"
    assert setting("PUBLIC_URL") == "http://127.0.0.1:8000"


def test_a_secret_key_makes_it_a_server():
    assert setting("DEVELOPMENT", **SERVER) == "False"
    assert setting("ALLOWED_HOSTS", **SERVER) == "['guide.example.org']"


def test_a_secure_address_keeps_cookies_on_secure_connections():
    assert setting("SESSION_COOKIE_SECURE", **SERVER) == "True"
    plain = SERVER | {"PUBLIC_URL": "http://guide.example.org"}
    assert setting("SESSION_COOKIE_SECURE", **plain) == "False"


def test_a_server_without_a_mail_server_does_not_offer_e_mail():
    assert setting("CAN_MAIL", **SERVER) == "False"
    assert setting("CAN_MAIL", MAIL_HOST="mail.example.org", **SERVER) == "True"


def test_the_page_on_settings_names_every_setting():
    code = "".join(path.read_text() for path in (ROOT / "readiness").rglob("*.py"))
    read = set(re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"', code)) | {"DATABASE_URL"}
    page = (ROOT / "docs" / "settings.md").read_text()
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.M)) == read


def test_what_is_set_to_nothing_is_not_set():
    assert setting("MAIL_FROM", **SERVER, MAIL_FROM=" ") == "guide@guide.example.org"
