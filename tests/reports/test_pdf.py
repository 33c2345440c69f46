"""A board member opens the PDF: by eye, by ear and in print."""

import io
import logging

import page
import pypdf
import pytest
from pypdf.generic import ContentStream

from readiness.reports import pdf

STYLE = """
@page { size: A4; margin: 17mm; @bottom-right { content: "page " counter(page) " of " counter(pages) } }
html { font: 10pt "Readiness Sans", sans-serif }
"""
REPORT = f"""<!doctype html>
<html lang="en-GB"><head><title>Business case: Rowan House</title><style>{STYLE}</style></head>
<body>
<h1 id="top">Business case</h1>
<p>Go to <a href="#costs">the costs</a>. Ŵyn, Żółć and <em>Nguyễn</em> agree; مرحبا بالعالم too.</p>
<svg width="80" height="40"><title>Costs fall from £9,000 to £4,000.</title><rect width="9" height="40"/></svg>
<h2 id="costs">Costs</h2>
<table><thead><tr><th>What</th><th>Pounds a year</th></tr></thead>
<tbody><tr><th>Licences</th><td>1,200</td></tr><tr><th>Training</th><td>800</td></tr></tbody></table>
</body></html>"""


@pytest.fixture(scope="module")
def report():
    return pdf.render(REPORT, link_labels={"costs": "Go to the costs"})


@pytest.fixture(scope="module")
def reader(report):
    return pypdf.PdfReader(io.BytesIO(report))


def parts(reader, kind):
    """All parts of one kind that a screen reader reaches, such as every "/TH"."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        part = waiting.pop().get_object()
        if isinstance(part, dict):
            found += [part] if part.get("/S") == kind else []
            kids = part.get("/K", [])
            waiting += kids if isinstance(kids, list) else [kids]
    return found


def test_a_screen_reader_can_read_it(report):
    assert page.validate_pdf_bytes(report).failures == []


def test_it_says_its_title_and_its_language(reader):
    assert reader.metadata.title == "Business case: Rowan House"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_its_bookmarks_are_its_headings(reader):
    first, below = reader.outline
    assert first.title == "Business case"
    assert [bookmark.title for bookmark in below] == ["Costs"]


def test_each_head_says_whether_it_heads_a_column_or_a_row(reader):
    scopes = sorted(part["/A"]["/Scope"] for part in parts(reader, "/TH"))
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]


def test_page_numbers_are_printed_and_not_read_out(reader):
    assert "page 1 of 1" in reader.pages[0].extract_text()
    marks = [
        operands
        for operands, operator in ContentStream(reader.pages[0].get_contents(), reader).operations
        if operator == b"BDC"
    ]
    assert ["/Artifact", {"/Type": "/Pagination"}] in marks


def test_a_link_says_where_it_goes(reader):
    (link,) = (each.get_object() for each in reader.pages[0]["/Annots"])
    assert link["/Contents"] == "Go to the costs"
    assert link["/F"] == 4


def test_the_same_page_gives_the_same_bytes(report):
    assert pdf.render(REPORT, link_labels={"costs": "Go to the costs"}) == report


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('<html lang="en-GB">', "<html>"),
        ("<title>Business case: Rowan House</title>", ""),
        ("<title>Costs fall from £9,000 to £4,000.</title>", ""),
        ("</h1>", '</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'),
    ],
    ids=["no language", "no title", "a chart without words", "a picture without words"],
)
def test_what_a_screen_reader_could_not_read_is_not_made(was, becomes):
    with pytest.raises(pdf.RenderFailed, match="screen reader") as failure:
        pdf.render(REPORT.replace(was, becomes))
    assert failure.value.detail


@pytest.mark.parametrize(
    ("body", "limits", "sentence"),
    [
        ('<div style="display:flex">' * 14 + "x", pdf.Limits(processor=2), "too much time"),
        ('<div style="display:flex">' * 14 + "x", pdf.Limits(clock=2), "too much time"),
        ("<div>" * 500 + "x", pdf.LIMITS, "too big"),
        (
            '<p style="display:grid;grid-template-columns:repeat(3000000,1fr)">x',
            pdf.Limits(memory=300 << 20),
            "too big",
        ),
    ],
    ids=["processor", "clock", "depth", "memory"],
)
def test_a_document_past_its_limits_is_stopped_and_says_so(body, limits, sentence):
    with pytest.raises(pdf.RenderFailed, match=sentence):
        pdf.render(f"<html lang=en><title>t</title><body>{body}", limits=limits)


def test_what_weasyprint_warns_of_is_in_the_log(caplog):
    with caplog.at_level(logging.WARNING):
        pdf.render("<html lang=en><title>t</title><p style='colour: red'>x")
    assert "colour" in caplog.text


def test_without_fonts_it_says_which_command_makes_them(settings, tmp_path):
    settings.FONTS = tmp_path
    with pytest.raises(pdf.RenderFailed, match="make_fonts"):
        pdf.render(REPORT)


def test_a_machine_without_pango_is_told_the_command(monkeypatch, tmp_path):
    """A library path that holds a broken Pango stands for a machine that has none."""
    (tmp_path / "libpango-1.0.so.0").write_text("no library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    for system in ("apt-get install", "dnf install", "brew install", "pacman -S"):
        assert system in pdf.missing_libraries()
    with pytest.raises(pdf.RenderFailed, match="apt-get install"):
        pdf.render(REPORT)


def test_a_machine_with_pango_lacks_nothing():
    assert pdf.missing_libraries() == ""
