"""Requests that no browser of ours would send: odd methods, parameters, bodies and headers."""

from dataclasses import dataclass, field
from typing import Any

# Every name that one of our pages reads of an address, and some that none does.
NAMES = ("page", "q", "back", "from", "again", "avenue", "anxiety", "theme", "stance", "kind", "o")
NAMES += ("e", "p", "all", "next", "code", "reference", "status", "status__exact", "with", "still")
NAMES += ("_changelist_filters", "_popup", "_to_field", "term", "app_label", "model_name", "period")
NAMES += ("field_name", "nation", "services__contains", "id", "pk__in", "a[]", "a[b]", "", "about")
VALUES = ("", "-1", "0", "1", "9" * 30, "1.5", "NaN", "x" * 5000, "é🏠\u202e\u2028", "[]", "{}")
VALUES += ("//evil.example/", "https://evil.example/", "javascript:alert(1)", "../../etc/passwd")
VALUES += ("<script>", "'\";--", "%", "%00", "\x00", "\ufffd", "٣", "None", "true", "\r\nX-Y: z")


@dataclass(frozen=True)
class Odd:
    """What is odd about a request: `more` goes to the test client as it is."""

    name: str
    method: str = "GET"
    query: dict[str, Any] = field(default_factory=dict)
    body: Any = ""
    kind: str = "application/x-www-form-urlencoded"
    headers: dict[str, str] = field(default_factory=dict)


METHODS = [
    Odd(f"{method} with {kind or 'no type'}", method, body=body, kind=kind)
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "HEAD", "FROB")
    for kind, body in (("application/json", '{"a": [1'), ("", b"\xff\xfe"))
]
PARAMETERS = [
    *(Odd(f"everything is {value[:20]!r}", query=dict.fromkeys(NAMES, value)) for value in VALUES),
    Odd("everything three times", query={name: ["1", "x", ""] for name in NAMES}),
    Odd("a thousand parameters", query={f"x{n}": "1" for n in range(1500)}),
]
FILE = (
    b'--b\r\nContent-Disposition: form-data; name="words"; filename="a.php"\r\n\r\n<?\r\n--b--\r\n'
)
BODIES = [
    Odd(f"posts {kind[:40]!r} {body[:12]!r}", "POST", body=body, kind=kind)
    for kind, body in (
        ("application/json", b'{"words": ["a", {"b": null}]}'),
        ("application/json", b"[" * 2000),
        ("text/xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
        ("application/x-www-form-urlencoded", b"words=%ff%fe&=&&;=%%%&a[]=1&a[]=2"),
        ("application/x-www-form-urlencoded; charset=utf-16", b"words=1"),
        ("application/x-www-form-urlencoded; charset=nope", b"words=1"),
        ("application/x-www-form-urlencoded", b"words=" + b"%00" * 30),
        ("application/x-www-form-urlencoded", b"x=1&" * 1500),
        ("application/x-www-form-urlencoded", b"words=" + b"x" * 2_700_000),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=b", b"--b\r\n\r\nx"),
        ("multipart/form-data; boundary=b", FILE),
        ("multipart/form-data; boundary=" + "b" * 300, b"--b--"),
        ("nonsense", b"\x00\x01\x02"),
    )
]
ODD_HEADERS: list[dict[str, str]] = [
    {"host": "evil.example"},
    {"host": "evil.example:99999"},
    {"host": "[::1"},
    {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "forwarded": "for=x;host=y"},
    {"x-forwarded-for": "'; DROP TABLE x, ::::, 999.1.1.1", "x-real-ip": "\u00e9"},
    {"accept": "image/*;q=x, */x, ;;", "accept-language": "xx-" + "y" * 500, "accept-charset": "z"},
    {"accept-encoding": "gzip;q=nan, br, *;q=-1", "te": "trailers"},
    {"range": "bytes=0-9"},
    {"range": "bytes=9-0,-,999999999999999999999-"},
    {"if-modified-since": "yesterday", "if-none-match": '"x", W/"', "if-unmodified-since": "-1"},
    {"if-match": "*", "if-range": "x"},
    {"cookie": "sessionid=" + "x" * 4000 + "; csrftoken=<>; messages=[]; known_browser=a:b:c"},
    {"cookie": ';;=;sessionid="\\000"; sessionid=; =x; \u00e9=\u00e9'},
    {"referer": "https://evil.example/?x=\u00e9", "origin": "null"},
    {"authorization": "Basic ====", "x-http-method-override": "DELETE", "x-csrftoken": "\u00e9"},
    {"content-encoding": "gzip", "content-length": "x"},
    {"user-agent": "", "purpose": "prefetch", "upgrade": "websocket", "connection": "upgrade"},
]
HEADERS = [
    Odd(
        f"{method} with {next(iter(headers))}: {next(iter(headers.values()))[:20]}",
        method,
        headers=headers,
    )
    for headers in ODD_HEADERS
    for method in ("GET", "POST")
]
EVERYTHING = [*METHODS, *PARAMETERS, *BODIES, *HEADERS]
