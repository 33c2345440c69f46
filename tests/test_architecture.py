"""The shape of the code: what a reader can rely on without opening a file.

Which part may import which is for `lint-imports`; these are the rules that no tool knows.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MADE_HERE = {"var", "htmlcov", "test-results", "__pycache__"}
TEXT = {".py", ".html", ".css", ".js", ".svg", ".md", ".toml", ".txt", ".yaml", ".yml", ".xml", ""}


def files(folder: str, *endings: str) -> list[Path]:
    """The files under ``folder`` that end so, as paths from the top of the project."""
    return [path for path in every_file() if path.parts[0] == folder and path.suffix in endings]


def every_file() -> Iterator[Path]:
    """Every file of ours: neither what set-up makes nor what tools keep for themselves."""
    for folder, folders, names in ROOT.walk():
        folders[:] = [name for name in folders if not is_made_here(name)]
        yield from ((folder / name).relative_to(ROOT) for name in names)


def is_made_here(folder: str) -> bool:
    return folder in MADE_HERE or (folder.startswith(".") and folder != ".ci")


def read(path: Path) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def found(pattern: str, paths: list[Path]) -> list[str]:
    """Where ``pattern`` stands in the files, as “file: what was found”."""
    return [f"{path}: {hit[0]}" for path in paths for hit in re.finditer(pattern, read(path), re.I)]


def written() -> list[Path]:
    """Every file of ours that holds words, except this one, which names what it forbids."""
    return [
        path
        for path in every_file()
        if path.suffix in TEXT and path.name not in {".coverage", Path(__file__).name}
    ]


def test_no_file_is_too_long_to_read():
    code = [path for path in files("readiness", ".py") if "migrations" not in path.parts]
    long = {str(path): lines for path in code if (lines := read(path).count("\n")) > 300}
    assert code
    assert long == {}


def test_no_file_has_a_name_that_says_nothing():
    nothing = {"utils", "util", "helpers", "common", "core", "services", "managers", "misc"}
    named = [path for path in every_file() if nothing & {*path.parts, path.stem}]
    assert named == []


def test_the_sums_use_no_floating_point():
    floating = [
        f"{path}:{node.lineno}"
        for path in files("readiness", ".py")
        if "business_case" in path.parts
        for node in ast.walk(ast.parse(read(path)))
        if (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Constant) and isinstance(node.value, float))
    ]
    assert floating == []


WRITTEN_INTO_THE_PAGE = {
    "a style": r"<[^>]*\sstyle\s*=",
    "a style sheet": r"<style\b",
    "a script": r"<script\b(?![^>]*\ssrc=)[^>]*>",
    "a handler": r"<[^>]*\son[a-z]+\s*=",
    "a script in a link": r"javascript:",
}
FROM_ELSEWHERE = {
    "by an element": r"<(?:script|img|link|source|image|use|iframe|video|audio|object|embed)\b[^>]*"
    r"\s(?:src|srcset|href|xlink:href|data)\s*=\s*[\"']?(?:https?:)?//",
    "by a style sheet": r"(?:url\(\s*[\"']?|@import\s+[\"'])(?:https?:)?//",
    "by a script": r"(?:\bfrom|\bimport|\bfetch|\.src\s*=)\s*\(?\s*[\"'](?:https?:)?//",
}


@pytest.mark.parametrize("what", WRITTEN_INTO_THE_PAGE)
def test_no_template_writes_a_style_or_a_script_into_the_page(what):
    templates = files("templates", ".html", ".svg")
    if what == "a style sheet":  # the PDF is made of one page that carries its own
        templates = [path for path in templates if "pdf" not in path.stem]
    assert templates
    assert found(WRITTEN_INTO_THE_PAGE[what], templates) == []


@pytest.mark.parametrize("how", FROM_ELSEWHERE)
def test_nothing_is_loaded_from_elsewhere(how):
    pages = files("templates", ".html", ".svg") + files("static", ".css", ".js", ".svg")
    assert pages
    assert found(FROM_ELSEWHERE[how], pages) == []


def test_the_identity_is_our_own():
    others = (
        r"govuk-|nhsuk-|\bmoj-|\bgds-|\bcrown\b(?! copyright)|tudor|GDS Transport|Frutiger"
        r"|nhs\.uk/assets|assets\.publishing|alphagov"
    )
    ours = [
        path for folder in ("templates", "static", "readiness") for path in files(folder, *TEXT)
    ]
    assert found(others, ours) == []


def test_each_thing_the_guide_is_built_on_has_its_reason_beside_it():
    project = tomllib.loads(read(Path("pyproject.toml")))
    needed = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    lines = read(Path("pyproject.toml")).splitlines()
    bare = [
        name
        for name in needed
        if not any(re.match(rf'\s+"{re.escape(name)}",  # \w', x) for x in lines)
    ]
    assert bare == []


def test_no_file_names_where_packages_come_from_or_this_machine():
    registries = (
        r"pypi\W+org|python[h]osted\W|npmjs\W|crates\W+io|rubygems\W+org|proxy\W+golang"
        r"|unpkg\W|jsdelivr\W|cdnjs\W"
    )
    machine = r"(?<![\w.])/(?:work|root|opt/pypi|home/\w+)/"
    assert found(f"{registries}|{machine}", written()) == []


def test_every_locked_package_has_a_hash():
    for lock in ("requirements.txt", "requirements-dev.txt"):
        packages = re.split(r"^(?=\w)", read(Path(lock)), flags=re.M)[1:]
        assert packages
        assert [x.split()[0] for x in packages if "--hash=sha256:" not in x] == []
