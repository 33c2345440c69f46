"""The letters of the documents: fixed fonts under names of our own, made once at set-up.

A document must look the same on every machine, so it never uses the machine's own fonts. The font
packages hold one variable font for all weights; a variable font gives other bytes at each run, and
two files of one family, weight and slant draw each other's letters. So each face is cut out as a
file of its own, in a family whose name no machine has installed.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

FAMILIES = ("Readiness Sans", "Readiness Arabic", "Readiness Bengali")
CONF, LETTERS, STAMP, FACES = "fonts.conf", "letters.json", "stamp.json", "faces"
RECIPE = 1  # counts up when this module makes the fonts in another way

PACKAGES = ("fontpkg-source-sans-3", "fontpkg-noto-sans-arabic", "fonttools")

# Controls, and the byte order mark, which PDF/UA forbids; some fonts list them.
NOT_LETTERS = {*range(32), *range(127, 160), 0xFEFF}

# Bengali has no package; Debian and Ubuntu have it in fonts-noto-core.
DEBIAN = Path("/usr/share/fonts/truetype/noto")


class FontsMissing(Exception):
    """Says in one sentence what is missing and what to do."""


@dataclass(frozen=True)
class Face:
    """One file to make. `family` is the name in the source, `ours` what it is called here."""

    source: Path
    family: str
    ours: str
    style: str
    axes: Mapping[str, float]

    @property
    def file(self) -> str:
        return f"{self.ours.replace(' ', '')}-{self.style}.ttf"


def make(folder: Path) -> None:
    """Fill `folder` with the fonts unless it holds them already.

    About 20 seconds of processor time the first time, nothing afterwards. The folder appears whole
    or not at all. Raises FontsMissing.
    """
    if are_made(folder):
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".fonts-", dir=folder.parent) as spare:
        new = Path(spare, "new")
        _fill(new, home=folder)
        (new / STAMP).write_text(json.dumps(_stamp(folder)))
        _move_in(new, folder, aside=Path(spare, "old"))


def are_made(folder: Path) -> bool:
    """Whether `folder` holds what the installed packages make there. Raises FontsMissing."""
    return _read_stamp(folder) == _stamp(folder)


def letters(folder: Path) -> frozenset[str]:
    """Every character that some family can draw in each of its faces. Raises FontsMissing."""
    try:
        ranges = json.loads((folder / LETTERS).read_text())
    except FileNotFoundError:
        raise FontsMissing(
            "The fonts of the documents have not been made. Run: python manage.py make_fonts"
        ) from None
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


def _stamp(folder: Path) -> dict[str, str]:
    """What the made fonts depend on; the folder too, as its configuration names it."""
    try:
        versions = {name: version(name) for name in PACKAGES}
    except PackageNotFoundError as missing:
        raise FontsMissing(
            f"The Python package {missing.name} is not installed. Run: make setup"
        ) from None
    bengali = [face.source.stat().st_size for face in _bengali()]
    return {**versions, "recipe": str(RECIPE), "folder": str(folder), "bengali": str(bengali)}


def _read_stamp(folder: Path) -> object:
    with suppress(FileNotFoundError, ValueError):
        return json.loads((folder / STAMP).read_text())
    return None


def _faces() -> Iterator[Face]:
    sans = _package("fontpkg_source_sans_3")
    for style, file, weight in (
        ("Regular", "SourceSans3[wght].ttf", 400),
        ("Italic", "SourceSans3-Italic[wght].ttf", 400),
        ("SemiBold", "SourceSans3[wght].ttf", 600),
        ("Bold", "SourceSans3[wght].ttf", 700),
    ):
        yield Face(sans / file, "Source Sans 3", FAMILIES[0], style, {"wght": weight})
    arabic = _package("fontpkg_noto_sans_arabic") / "NotoSansArabic[wdth,wght].ttf"
    for style, weight in (("Regular", 400), ("Bold", 700)):
        axes = {"wght": weight, "wdth": 100}
        yield Face(arabic, "Noto Sans Arabic", FAMILIES[1], style, axes)
    yield from _bengali()


def _package(name: str) -> Path:
    return Path(str(files(name))) / "files"


def _bengali() -> Iterator[Face]:
    for style in ("Regular", "Bold"):
        source = DEBIAN / f"NotoSansBengali-{style}.ttf"
        if source.exists():
            yield Face(source, "Noto Sans Bengali", FAMILIES[2], style, {})


def _fill(new: Path, home: Path) -> None:
    """Write all that `home` is to hold into the folder `new`."""
    (new / FACES).mkdir(parents=True)
    drawn: dict[str, list[set[int]]] = {}
    faces = list(_faces())
    with ProcessPoolExecutor() as processes:
        cut = processes.map(_cut, faces, [new / FACES / face.file for face in faces])
        for face, characters in zip(faces, cut, strict=True):
            drawn.setdefault(face.ours, []).append(characters)
    every = set().union(*(reduce(set.intersection, each) for each in drawn.values()))
    every = {code for code in every if code not in NOT_LETTERS}
    (new / LETTERS).write_text(json.dumps(list(_ranges(every))))
    (new / CONF).write_text(_configuration(home), encoding="utf-8")


def _cut(face: Face, target: Path) -> set[int]:
    """Write one face with one weight under our name; returns the characters that it draws."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    if not face.source.exists():
        raise FontsMissing(f"The font file {face.source} is missing. Run: make setup")
    font = TTFont(face.source, recalcTimestamp=False)  # a time stamp would change the bytes
    if face.axes:
        instantiateVariableFont(font, dict(face.axes), inplace=True, updateFontNames=True)
    _rename(font["name"], face.family, face.ours)
    font.save(target)
    return set(font.getBestCmap())


def _rename(names, was: str, ours: str) -> None:  # type: ignore[no-untyped-def]
    """Put our family in place of the source's in every name, written with and without spaces."""
    for record in names.names:
        text = record.toUnicode()
        text = text.replace(was, ours).replace(was.replace(" ", ""), ours.replace(" ", ""))
        if record.nameID in {1, 3, 4, 6, 16}:
            record.string = text


def _ranges(codes: set[int]) -> Iterator[tuple[int, int]]:
    """The codes as runs, first and last: 97, 98, 99, 101 as (97, 99), (101, 101)."""
    firsts = sorted(code for code in codes if code - 1 not in codes)
    lasts = sorted(code for code in codes if code + 1 not in codes)
    yield from zip(firsts, lasts, strict=True)


def _configuration(home: Path) -> str:
    """Only our folder, only our families: no font of the machine can come in between."""
    prefer = "".join(f"<family>{family}</family>" for family in FAMILIES)
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"  <dir>{escape(str(home / FACES))}</dir>\n"
        f"  <cachedir>{escape(str(home / 'cache'))}</cachedir>\n"
        '  <alias binding="same"><family>sans-serif</family>'
        f"<prefer>{prefer}</prefer></alias>\n</fontconfig>\n"
    )


def _move_in(new: Path, folder: Path, aside: Path) -> None:
    """Put the finished folder in its place; another set-up may have been quicker, which is fine."""
    with suppress(FileNotFoundError):
        folder.rename(aside)
    try:
        new.rename(folder)
    except OSError:
        if not are_made(folder):
            raise
    shutil.rmtree(aside, ignore_errors=True)
