"""HTML in, PDF out. The only module that knows WeasyPrint.

A document holds what people typed, and some input would keep WeasyPrint busy for minutes. So each
is set in a process with limits that can be killed (press.py, printing.py). That process knows
neither Django nor the database, and fetches nothing: no file and no address.
"""

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from logging.handlers import BufferingHandler
from typing import Any

from readiness.reports import press

log, WEASYPRINT = logging.getLogger(__name__), logging.getLogger("weasyprint")

NOT_LOST = " Nothing you wrote is lost."
SHORTEN = " Please shorten the longest answers and try again." + NOT_LOST
TOO_LONG = "This document took too much time or room to make, so it was stopped." + SHORTEN
TOO_BIG = "This document is too big to make." + SHORTEN
OURS = " The fault is ours." + NOT_LOST
UNREADABLE = "This document was not made, as a screen reader could not have read it." + OURS
NOT_MADE = "This document could not be made." + OURS
NO_LIBRARIES = (
    "The PDF needs the Pango libraries, which this machine lacks. Install them with"
    " “sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0”"
    " (Debian, Ubuntu), “sudo dnf install pango” (Fedora), “brew install pango” (macOS) or"
    " “pacman -S mingw-w64-ucrt-x86_64-pango” in MSYS2 (Windows)."
)

# How the printing process ends and what that means; a number below nought is a signal.
BIG, FAULTY, LACKING = 3, 4, 5
MEANINGS = {BIG: TOO_BIG, FAULTY: UNREADABLE, LACKING: NO_LIBRARIES}
MEANINGS |= {-6: TOO_BIG}  # SIGABRT
MEANINGS |= dict.fromkeys((-9, -14, -24), TOO_LONG)  # SIGKILL, SIGALRM, SIGXCPU

# All that it learns of the environment: where libraries are, and what measures coverage.
PASSED_ON = {"PATH", "LD_LIBRARY_PATH", "SYSTEMROOT"}
PASSED_ON |= {"WEASYPRINT_DLL_DIRECTORIES", "COVERAGE_PROCESS_CONFIG"}


class RenderFailed(Exception):
    """Its text is a sentence for the person who waits; `detail` is for the log."""

    def __init__(self, sentence: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.detail = detail


@dataclass(frozen=True)
class Limits:
    """What one document may use: seconds of the processor and of the clock, bytes. What is at work
    is stopped by the processor's; the clock is for what waits."""

    processor: int = 20
    clock: int = 30
    memory: int = 1 << 30
    file: int = 64 << 20


LIMITS = Limits()


def render(
    html: str, *, link_labels: Mapping[str, str] | None = None, limits: Limits = LIMITS
) -> bytes:
    """Make a tagged PDF (PDF/UA-1) of a whole HTML page with its CSS in `<style>`.

    The page needs `lang`, a title, and words for every picture: `alt`, or a `<title>` as the first
    child of an SVG. `link_labels` names targets within the page, {"costs": "What it costs"}, for
    people who hear the links. The same page gives the same bytes. Raises RenderFailed.
    """
    from readiness.reports import fonts, letters

    try:
        html, _ = letters.boxed(html)  # no letter reaches the page that no font has
    except fonts.FontsMissing as error:
        raise RenderFailed(str(error)) from error
    job = {"html": html, "link_labels": dict(link_labels or {}), "limits": asdict(limits)}
    done = press.run(json.dumps(job).encode(), environment=_environment(), clock=limits.clock)
    if done.code:
        raise RenderFailed(MEANINGS.get(done.code, NOT_MADE), done.said or f"ended: {done.code}")
    if done.said:
        log.warning("A document was made, with warnings: %s", done.said)
    return done.made


def missing_libraries() -> str:
    """Where WeasyPrint lacks a library of the system, the sentence that says what to do; or ""."""
    trial = [sys.executable, "-c", "import weasyprint"]
    lacks = subprocess.run(  # noqa: S603 - our own interpreter, no shell
        trial, capture_output=True, env=_environment(), timeout=press.START
    ).returncode
    return NO_LIBRARIES if lacks else ""


def _environment() -> dict[str, str]:
    """The environment of the printing process: no secret of the web's is in it."""
    from django.conf import settings

    passed = {name: os.environ[name] for name in PASSED_ON & os.environ.keys()}
    if sys.platform == "darwin":  # where Homebrew puts libraries
        passed["DYLD_FALLBACK_LIBRARY_PATH"] = "/opt/homebrew/lib:/usr/local/lib:/usr/lib"
    return {**passed, "FONTCONFIG_FILE": str(settings.FONTS / "fonts.conf")}


# From here on: in the printing process.


class Lacking(Exception):
    """A library of the system is missing; says which."""


class Unreadable(Exception):
    """The PDF would shut somebody out; says why, a line for each fault."""


def typeset(html: str, link_labels: Mapping[str, str]) -> tuple[bytes, list[str]]:
    """The PDF of a page, and what WeasyPrint warns of. Raises Lacking and Unreadable.

    WeasyPrint logs its errors and does not raise them; here they are raised.
    """
    try:
        from weasyprint import HTML
    except OSError as error:
        raise Lacking(str(error)) from error

    said = BufferingHandler(sys.maxsize)
    WEASYPRINT.addHandler(said)
    try:
        pdf: bytes = HTML(string=html, base_url=None, url_fetcher=_nothing()).write_pdf(
            pdf_variant="pdf/ua-1", presentational_hints=False, finisher=_finisher(link_labels)
        )
    finally:
        WEASYPRINT.removeHandler(said)
    errors = [record.getMessage() for record in said.buffer if record.levelno >= logging.ERROR]
    if errors:
        raise Unreadable("\n".join(errors))
    return pdf, [record.getMessage() for record in said.buffer]


@cache
def _nothing() -> Any:
    """Fetches nothing. Kept, as it takes 20 ms to make."""
    from weasyprint.urls import URLFetcher

    return URLFetcher(allowed_protocols=(), allow_redirects=False)


def warm_up() -> None:
    """Load WeasyPrint and whatever it loads with its first page: a table, a chart, every face."""
    said = "".join(f"<{tag}>Ŵyn مرحبا ক</{tag}>" for tag in ("p", "i", "b", "th", "td", "li"))
    chart = "<svg width=9 height=9><title>Trial</title><text>1</text></svg>"
    style = "<style>body { font: 9pt 'Readiness Sans', sans-serif } th { font-weight: 600 }</style>"
    head = f"<html lang=en><head><title>Trial</title>{style}</head>"
    typeset(f"{head}<body><h1>Trial</h1>{chart}<table><tr>{said}", {})


# What is one thing to hear. WeasyPrint tags it twice where a block stands in it.
WHOLE = {"/P", "/H1", "/H2", "/H3", "/H4"}


def _finisher(labels: Mapping[str, str]) -> Callable[[Any, Any], None]:
    """Closes the gaps that WeasyPrint 70 leaves in PDF/UA, just before the file is written."""

    def finish(document: Any, pdf: Any) -> None:
        if not document.metadata.title:
            WEASYPRINT.error("The page has no title.")
        parts = {part.number: part for part in _parts(pdf)}
        for part in parts.values():
            if part["S"] == "/Figure" and not part.get("Alt"):
                WEASYPRINT.error("A picture has no words.")
            if part["S"] == "/TH":
                group = _at(pdf, _at(pdf, part["P"])["P"])
                part["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
            if part["S"] in WHOLE and part["S"] == _at(pdf, part["P"]).get("S"):
                part["S"] = "/Span"
        _spell_dots(pdf)
        _silence_running_heads(pdf, set(parts))
        _name_links(pdf, labels)

    return finish


def _parts(pdf: Any) -> Iterator[Any]:
    """All parts of the document that a screen reader reaches from its root."""
    waiting = [pdf.catalog["StructTreeRoot"]]
    while waiting:
        part = _at(pdf, waiting.pop())
        waiting += [kid for kid in part.get("K", ()) if isinstance(kid, bytes)]
        if part.get("Type") == "/StructElem":
            yield part


def _at(pdf: Any, reference: bytes) -> Any:
    """The object that a reference such as b"12 0 R" names."""
    return pdf.objects[int(reference.split()[0])]


def _spell_dots(pdf: Any) -> None:
    """Dots of Arabic, drawn as signs of their own, must stand for a letter: an invisible one."""
    for font in pdf.objects:
        if isinstance(font, dict) and "ToUnicode" in font:
            letters = _at(pdf, font["ToUnicode"]).stream
            letters[:] = [re.sub(rb" <>$", b" <2060>", line) for line in letters]


def _silence_running_heads(pdf: Any, parts: set[int]) -> None:
    """What every page repeats is not read out on every page: it becomes an artifact."""
    from pydyf import Dictionary

    tree = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    owners = dict(zip(tree[::2], tree[1::2], strict=True))
    for number, page in enumerate(pdf.page_references):
        strays = {i for i, owner in enumerate(owners[number]) if int(owner.split()[0]) not in parts}
        for stray in strays:
            owners[number][stray] = "null"
        drawing = _at(pdf, _at(pdf, page)["Contents"]).stream
        for i, operator in enumerate(drawing):
            if operator == b"BDC" and drawing[i - 1].get("MCID") in strays:
                drawing[i - 2 : i] = "/Artifact", Dictionary({"Type": "/Pagination"})


def _name_links(pdf: Any, labels: Mapping[str, str]) -> None:
    """A link within the document says where it goes, and is there in print."""
    from pydyf import String

    for page in pdf.page_references:
        for reference in _at(pdf, page).get("Annots", ()):
            link = _at(pdf, reference)
            link["F"] = 4
            if label := labels.get(getattr(link.get("Dest"), "string", "")):
                link["Contents"] = String(label)
