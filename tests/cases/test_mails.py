"""What Alice is mailed reads as a letter: no mark of a template is left in it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string

TEMPLATES = Path(settings.ROOT) / "templates"
LINK = {"reference": "ABCD2345", "address": "https://guide.example.org/open/x/"}
SAID = {
    "reference": "ABCD2345",
    "link": LINK,
    "links": [LINK],
    "address": LINK["address"],
    "on": "3 May 2027",
}


@pytest.mark.parametrize("mail", sorted(each.name for each in (TEMPLATES / "emails").glob("*.txt")))
def test_a_mail_is_plain_words_with_its_address(mail):
    text = render_to_string(f"emails/{mail}", SAID)
    assert LINK["address"] in text
    assert "We sell no technology." in text
    assert not set("{}") & set(text)
    assert max(len(line) for line in text.splitlines() if "/open/" not in line) <= 72


def test_every_tag_of_a_template_ends_on_its_line():
    """One that does not is no tag to Django, which prints it as it is."""
    lines = [
        f"{file.relative_to(TEMPLATES)}: {line}"
        for file in TEMPLATES.rglob("*.*")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.count("{%") != line.count("%}")
    ]
    assert lines == []
