"""Words that show where they came from: ⟦what a translator is given⟧ and ⟪what is content⟫.

What stands on a page in neither was typed by somebody, or can never be translated.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import allauth
import django
from django.conf import settings
from django.db import models
from django.utils import translation

from readiness.catalogue.entry import Entry

WORDS_OF_ITS_OWN = ("category", "effort", "words", "link", "figures", "nations")


def messages_of(file: Path) -> set[str]:
    """What a file of messages asks to have translated."""
    text = re.sub(r'"\n"', "", file.read_text(encoding="utf-8"))
    found = re.findall(r'^msgid(?:_plural)? "((?:[^"\\]|\\.)+)"', text, flags=re.MULTILINE)
    return {re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m[1], m[1]), each) for each in found}


def make_messages(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run makemessages as a translator would, into a folder of the test's."""
    code = (
        "import django.conf, readiness.settings as ours, sys;"
        f"ours.LOCALE_PATHS = [{str(folder)!r}];"
        "from django.core.management import execute_from_command_line as run;"
        "run(['manage.py', 'makemessages', '-l', 'cy', '--no-location',"
        " '-i', 'tests', '-i', 'var', '-i', '.venv'])"
    )
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=settings.ROOT,
        env={"DJANGO_SETTINGS_MODULE": "readiness.settings", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def of_libraries() -> set[str]:
    """What Django and the sign-in bring with them, and have translated themselves."""
    files = [
        *Path(django.__file__).parent.glob("**/locale/en/LC_MESSAGES/django.po"),
        *Path(allauth.__file__).parent.glob("**/locale/de/LC_MESSAGES/django.po"),
    ]
    return set().union(*map(messages_of, files))


def mark_messages(monkeypatch: Any, known: set[str]) -> None:
    """Put marks round every message that a translator would be given."""

    def marked(real: Callable[..., str], *places: int) -> Callable[..., str]:
        def get(*given: Any) -> str:
            text = real(*given)
            ours = all(str(given[place]) in known for place in places)
            return f"⟦{text}⟧" if ours and text else text

        return get

    translation.gettext("")  # so that the real ones are there to be wrapped
    real = translation._trans  # type: ignore[attr-defined]
    for name, places in {"gettext": (0,), "ngettext": (0, 1), "pgettext": (1,)}.items():
        monkeypatch.setattr(real, name, marked(getattr(real, name), *places))


def mark_entry(entry: Entry) -> None:
    """Put marks round each text of an entry that somebody reads."""
    for field in entry._meta.fields:
        words = isinstance(field, models.JSONField) or (
            isinstance(field, models.CharField | models.TextField) and not field.choices
        )
        if words and field.name not in {"slug", "language", "about", "step", "url"}:
            setattr(entry, field.name, _marked(getattr(entry, field.name), field.name))


def _marked(value: Any, key: str = "") -> Any:
    if key in WORDS_OF_ITS_OWN:
        return value
    if isinstance(value, dict):
        return {k: _marked(v, k) for k, v in value.items()}
    if isinstance(value, list):
        return [_marked(each, key) for each in value]
    slug = isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value)
    return f"⟪{value}⟫" if isinstance(value, str) and value and not slug else value


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.silent += tag in {"script", "style", "code"}
        named = dict(attrs)
        self.found += [
            named[a] for a in ("aria-label", "title", "alt", "placeholder") if named.get(a)
        ]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style", "code"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


def unmarked(html: str) -> Iterator[str]:
    """Each piece of a page's words that stands in no marks."""
    parser = _Texts()
    parser.feed(html)
    for text in parser.found:
        outside = text
        while (less := re.sub(r"[⟦⟪][^⟦⟪⟧⟫]*[⟧⟫]", " ", outside)) != outside:
            outside = less
        outside = re.sub(r"[⟦⟪].*|^[^⟦⟪]*[⟧⟫]", " ", outside, flags=re.DOTALL)  # what was cut short
        for piece in re.split(r"[\n·:;,()]", outside):
            if re.search(r"[A-Za-z]{2}", piece):
                yield " ".join(piece.split())


def typed_words(answers: Mapping[str, Any]) -> str:
    """All that somebody typed, in one text to look things up in."""
    return " ".join(str(answers).split())
