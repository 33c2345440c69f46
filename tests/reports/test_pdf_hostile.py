"""Whatever a person types, a document fetches nothing and gives nothing of this machine away."""

import io
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import page
import pypdf
import pytest
from django.utils.html import escape

from readiness.reports import pdf

# {url} is an address on this machine; {file} a file with a secret; every one is refused by name.
REFUSED = [
    '<img alt="x" src="{url}/img">',
    '<img alt="x" src="{file}">',
    '<img alt="x" srcset="{url}/srcset 1x" src="{url}/src">',
    "<img alt=\"x\" src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='{url}/nested'/></svg>\">",
    '<img alt="x" src="ftp://127.0.0.1/ftp">',
    '<link rel="stylesheet" href="{url}/sheet.css">',
    '<link rel="stylesheet" href="{file}">',
    '<link rel="attachment" href="{file}">',
    '<link rel="attachment" href="{url}/attachment">',
    '<a rel="attachment" href="{file}">x</a>',
    '<style>@import "{url}/import.css";</style>',
    "<style>@import url({file});</style>",
    '<p style="background: url({url}/background)">x</p>',
    '<p style="background: url({file})">x</p>',
    '<p style="border-image: url({url}/border) 1">x</p>',
    '<ul style="list-style-image: url({url}/list)"><li>x</ul>',
    '<p class="before"></p><style>.before::before {{ content: url({url}/content) }}</style>',
    '<object data="{url}/object">x</object>',
    '<embed src="{url}/embed">',
    '<p style="background: url(../../../etc/passwd)">x</p>',
]
# What ends the document at once, and what WeasyPrint does not even try.
ELSEWHERE = [
    "<style>@color-profile --x {{ src: url({file}) }}</style>",
    "<style>@font-face {{ font-family: x; src: url({url}/font) }} p {{ font-family: x }}</style><p>x</p>",
    '<svg width="9" height="9"><title>x</title><image href="{url}/svg" width="9" height="9"/></svg>',
    '<svg width="9" height="9"><title>x</title><use href="{file}#a"/></svg>',
    '<iframe src="{url}/frame"></iframe><base href="{url}/"><script src="{url}/script"></script>',
]
SECRET = "The key is under the third flowerpot"


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "secret.txt"
    file.write_text(SECRET)
    return file.as_uri()


@pytest.fixture
def server(socket_enabled):
    """A web server on this machine that counts its visitors."""
    visits = []

    class Counter(BaseHTTPRequestHandler):
        def do_GET(self):
            visits.append(self.path)
            self.send_error(404)

    with ThreadingHTTPServer(("127.0.0.1", 0), Counter) as listening:
        listening.visits = visits
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield listening
        listening.shutdown()


def whole(body):
    return f'<html lang="en"><head><title>t</title></head><body>{body}</body></html>'


def filled(snippet, server, secret):
    return snippet.format(url=f"http://127.0.0.1:{server.server_port}", file=secret)


def everything_in(made):
    """All text of a PDF, with every stream unpacked so that nothing hides; or of a message."""
    if not made.startswith(b"%PDF"):
        return made.decode()
    objects = pypdf.PdfReader(io.BytesIO(made))
    streams = [objects.get_object(number) for number in range(1, objects.trailer["/Size"])]
    unpacked = [each.get_data() for each in streams if hasattr(each, "get_data")]
    return b"".join([made, *unpacked]).decode("latin-1")


def test_the_fetcher_refuses_every_address(server, secret):
    body = "".join(filled(snippet, server, secret) for snippet in REFUSED)
    with pytest.raises(pdf.RenderFailed) as failure:
        pdf.render(whole(body))
    assert server.visits == []
    assert failure.value.detail.count("disallowed protocol") >= 17
    assert SECRET not in failure.value.detail


@pytest.mark.parametrize("snippet", ELSEWHERE)
def test_nothing_else_is_fetched_either(snippet, server, secret):
    try:
        made = pdf.render(whole(filled(snippet, server, secret)))
    except pdf.RenderFailed as failure:
        made = failure.detail.encode()
    assert SECRET not in everything_in(made)
    assert server.visits == []


def test_what_people_type_is_printed_as_they_typed_it(server, secret):
    typed = [filled(snippet, server, secret) for snippet in REFUSED + ELSEWHERE]
    made = pdf.render(whole("".join(f"<p>{escape(each)}</p>" for each in typed)))
    reader = pypdf.PdfReader(io.BytesIO(made))
    text = "".join(each.extract_text() for each in reader.pages)
    assert "<embed src=" in text
    assert server.visits == []
    assert SECRET not in everything_in(made)
    assert not any("/Annots" in each for each in reader.pages)
    assert page.validate_pdf_bytes(made).failures == []
