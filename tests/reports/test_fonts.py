"""Every letter that a person types is drawn as that letter, or as a box: never as another."""

import page
import pytest
from django.core.management import CommandError, call_command

from readiness.reports import fonts, pdf
from tests.reports.glyphs import FACES, NEEDS_BENGALI, drawn, expected

STYLE = "<style>html { font: 12pt 'Readiness Sans', sans-serif }</style>"
NAMES = "Ŵyn, Llŷn, Żółć, Nguyễn ✓ →"
MARHABAN = ["uni0645.init", "uni0631.fina", "uni062D.init", "uni066E.medi", "dotbelowar"]


def render(body):
    return pdf.render(f"<html lang=en><head><title>t</title>{STYLE}</head><body>{body}")


@pytest.mark.parametrize(
    "text", [NAMES, "Ελλάδα, Άγιος", "Україна, Жижки, ґанок", "£1,200 – “½” €5"]
)
def test_the_letters_of_europe_and_vietnam(text):
    made = render(f"<p>{text}</p>")
    assert drawn(made) == {"ReadinessSans-Regular": expected("ReadinessSans-Regular", text)}
    assert page.validate_pdf_bytes(made).failures == []


@pytest.mark.parametrize(
    ("tag", "file"),
    [
        ("em", "ReadinessSans-Italic"),
        ("strong", "ReadinessSans-Bold"),
        ("span style='font-weight: 600'", "ReadinessSans-SemiBold"),
    ],
)
def test_each_weight_and_slant_has_letters_of_its_own(tag, file):
    assert drawn(render(f"<p><{tag}>Ŵyn</p>")) == {file: expected(file, "Ŵyn")}


def test_arabic_is_joined_and_dotted():
    made = render("<p>مرحبا <strong>مرحبا</strong></p>")
    found = drawn(made)
    assert set(found) == {
        "ReadinessArabic-Regular",
        "ReadinessArabic-Bold",
        "ReadinessSans-Regular",
    }
    assert set(MARHABAN) <= set(found["ReadinessArabic-Regular"])
    assert set(MARHABAN) <= set(found["ReadinessArabic-Bold"])
    assert page.validate_pdf_bytes(made).failures == []


@NEEDS_BENGALI
def test_bengali_joins_its_consonants():
    made = render("<p>ক্ষমা</p>")
    assert drawn(made) == {"ReadinessBengali-Regular": ["kassabeng", "mabeng", "aavowelsignbeng"]}
    assert page.validate_pdf_bytes(made).failures == []


def test_a_letter_that_no_font_has_becomes_a_box_whatever_the_caller_forgot():
    made = render("<p>Tea 茶 🙂</p>")
    assert drawn(made) == {"ReadinessSans-Regular": expected("ReadinessSans-Regular", "Tea □ □")}
    assert page.validate_pdf_bytes(made).failures == []


def test_fonts_are_made_once(capsys):
    before = {file: file.stat().st_mtime_ns for file in FACES.iterdir()}
    call_command("make_fonts")
    assert {file: file.stat().st_mtime_ns for file in FACES.iterdir()} == before
    assert capsys.readouterr().out == ""


def test_fonts_are_made_again_where_a_package_is_newer(tmp_path, monkeypatch):
    """With nothing to cut out, so that the test is quick: the swap of the folders is what counts."""
    monkeypatch.setattr(fonts, "_faces", lambda: iter([small_face()]))
    folder = tmp_path / "fonts"
    fonts.make(folder)
    monkeypatch.setattr(fonts, "RECIPE", fonts.RECIPE + 1)
    assert not fonts.are_made(folder)
    fonts.make(folder)
    assert fonts.are_made(folder)
    assert [each.name for each in tmp_path.iterdir()] == ["fonts"]


def test_an_interrupted_run_leaves_nothing_half_made(tmp_path, monkeypatch):
    def interrupt(home):
        raise KeyboardInterrupt

    monkeypatch.setattr(fonts, "_faces", lambda: iter([small_face()]))
    monkeypatch.setattr(fonts, "_configuration", interrupt)
    with pytest.raises(KeyboardInterrupt):
        fonts.make(tmp_path / "fonts")
    assert list(tmp_path.iterdir()) == []


def test_the_same_fonts_have_the_same_bytes(tmp_path):
    face = small_face()
    fonts._cut(face, tmp_path / "first.ttf")
    fonts._cut(face, tmp_path / "second.ttf")
    assert (tmp_path / "first.ttf").read_bytes() == (tmp_path / "second.ttf").read_bytes()


def test_a_missing_package_is_named(monkeypatch, settings, tmp_path):
    settings.FONTS = tmp_path / "fonts"
    monkeypatch.setattr(fonts, "PACKAGES", ("fontpkg-of-nowhere",))
    with pytest.raises(CommandError, match="fontpkg-of-nowhere is not installed"):
        call_command("make_fonts")


def test_a_missing_library_is_named_before_the_fonts_are_made(monkeypatch, settings, tmp_path):
    settings.FONTS = tmp_path / "fonts"
    (tmp_path / "libpango-1.0.so.0").write_text("no library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    with pytest.raises(CommandError, match="apt-get install libpango"):
        call_command("make_fonts")
    assert not settings.FONTS.exists()


def small_face():
    """A face of one of our own files, with nothing left to cut out."""
    source = FACES / "ReadinessArabic-Regular.ttf"
    return fonts.Face(source, "Readiness Arabic", "Readiness Small", "Regular", {})
