"""Reading the library as anybody does, without a case."""

import re
from functools import cache
from html import unescape

from django.test import Client

from tests.people import said

SHELVES = (
    "avenues",
    "anxieties",
    "lessons",
    "evidence",
    "principles",
    "glossary",
    "glossary/i-to-z",
    "search",
)
LISTS = ["/library/", *(f"/library/{shelf}/" for shelf in SHELVES)]


class Page:
    """A page of the library: its words, its headings, its links and what stands under a heading."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.main = html.partition("<main")[2].partition("</main>")[0]
        self.words = said(self.main)

    @property
    def headings(self) -> list[str]:
        """The words of its headings below the title."""
        return [said(each) for each in re.findall(r"<h2[^>]*>(.*?)</h2>", self.main, re.DOTALL)]

    @property
    def links(self) -> list[str]:
        """Where its links lead, within the library and elsewhere."""
        return [unescape(each) for each in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', self.html)]

    @property
    def found(self) -> list[str]:
        """The names of what a list or a search holds."""
        plain = re.sub(r"</?mark>", "", self.main)
        listed = re.findall(r"<[uo]l class=\"found\">(.*?)</[uo]l>", plain, re.DOTALL)
        return [
            said(each) for part in listed for each in re.findall(r"<a\b.*?</a>", part, re.DOTALL)
        ]

    def under(self, heading: str) -> str:
        """The words of the section with this heading."""
        for section in re.findall(r"<section>(.*?)</section>", self.main, re.DOTALL):
            if said(re.findall(r"<h2[^>]*>(.*?)</h2>", section, re.DOTALL)[0]) == heading:
                return said(section)
        raise AssertionError(f"no “{heading}” on the page")


def read(path: str, query: dict | None = None) -> Page:
    """Open a page of the library."""
    answer = Client().get(path, query)
    assert answer.status_code == 200, f"{path}: {answer.status_code}"
    return Page(answer.text)


@cache
def held(path: str) -> Page:
    """A page as it stands in the fixtures, opened once for all tests: none reads it after an edit."""
    return read(path)
