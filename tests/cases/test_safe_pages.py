"""Every page is safe to open: nothing typed runs, nothing leaks, nothing is posted from elsewhere."""

import re

import pytest
from django.conf import settings
from django.test import Client

from readiness.cases.models import AccessLink
from tests.people import Person, answers, case_with

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 777|add:776 }}{% now 'Y' %}'\"&</p>"
PUBLIC = ["/", "/questions/", "/lost-link/", "/open/x/", "/confirm/x/", "/nowhere/", "/cases/1/"]
PAGES = ["", "check", "submit", "sent", "save", "business-case", "statement-of-need", *answers()]
PAGES += ["share", "share/hand-over", "history", "talk/need", "board"]


def hostile(value, name=""):
    """An answer with hostile words wherever words may be."""
    if isinstance(value, dict):
        return {key: hostile(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [hostile(each, name) if isinstance(each, dict) else each for each in value]
    free = "name problem if_nothing_changes baseline outcome measure now target how barriers title"
    free += " alternative_detail why in_place label funding change_description other response note"
    free += " risk owner"
    return EVIL if name in free.split() else value


@pytest.fixture
def mallory(catalogue):
    """Somebody who typed hostile words everywhere, and sent the case."""
    given = hostile(answers())
    given["anxieties"]["other"] = EVIL
    for step in ("readiness-purpose", "readiness-foundations"):
        given[step]["note"] = EVIL
    person = Person()
    person.join(case_with(given), label=EVIL[:80])
    declared = ["true", "no-names", "people-know", "readers"]
    assert person.post(person.url("submit"), {"declared": declared}).status_code == 302
    return person


@pytest.fixture
def opened(mallory):
    """Every page of that case, as it was answered, by where it is."""
    answers = {part: mallory.get(mallory.url(part)) for part in PAGES}
    assert {part for part, answer in answers.items() if answer.status_code != 200} == set()
    return answers


def check_harmless(page):
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "onerror=alert(2)>" not in page
    # The sum of the two, but for what stands by chance in a key that a page made.
    assert not re.search(r"(?<![\w-])1553(?![\w-])", page)


def test_hostile_words_are_words_on_every_page(opened):
    for answer in opened.values():
        check_harmless(answer.text)


def test_hostile_words_are_shown_as_they_were_typed(mallory):
    for page in ("check", "need", "business-case"):
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in mallory.see(page)
        assert "{{ 777|add:776 }}" in mallory.see(page)


def test_hostile_words_are_words_in_faults_notes_drafts_and_clashes(mallory):
    posted = {"organisation-name": EVIL, "organisation-staff": EVIL, "organisation-services": EVIL}
    check_harmless(mallory.send("organisation", posted).text)
    check_harmless(mallory.see("organisation"))
    mallory.send("control", {"later": "yes", "later_note": EVIL})
    for page in ("", "check", "control"):
        check_harmless(mallory.see(page))
    mallory.save("need", hostile(answers()["need"]), base="1")
    changed = hostile(answers({"need": {"frequency": "daily"}})["need"])
    mallory.save("need", changed | {"problem": "x"}, base="1")
    clash = mallory.save("need", changed | {"problem": EVIL + "!"}, base="1")
    assert clash.status_code == 409
    check_harmless(clash.text)


def test_hostile_words_are_words_in_a_row_that_was_taken_out(mallory):
    row = {"costs-TOTAL_FORMS": "1", "costs-0-label": EVIL, f"costs-0-{EVIL}": EVIL, EVIL: EVIL}
    mallory.send("costs", row, remove="1")
    check_harmless(mallory.see("costs"))
    mallory.send("costs", row, add="1")
    check_harmless(mallory.see("costs"))


def test_hostile_words_are_words_in_an_address_and_a_query(alice):
    for page in ("control", "costs", ""):
        check_harmless(alice.see(page, f"?from={EVIL}&{EVIL}=1&again={EVIL}"))
    check_harmless(alice.post(alice.url("save") + "address/", {"email": EVIL}).text)
    check_harmless(alice.post("/lost-link/", {"email": EVIL}).text)
    check_harmless(alice.get(f"/cases/{alice.case.pk}/{EVIL}/").text)
    check_harmless(alice.get(f"/open/{EVIL}/").text)


def test_hostile_words_are_words_at_the_review_desk(mallory, dawn):
    check_harmless(dawn.get("/admin/cases/version/").text)
    version = mallory.case.versions.get()
    page = dawn.get(f"/admin/cases/version/{version.pk}/change/").text
    check_harmless(page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("url", [*PUBLIC, "case"])
def test_every_page_has_its_safety_headers(alice, url):
    answer = alice.get(alice.url("control") if url == "case" else url)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    for part in ("base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"):
        assert part in policy
    assert answer.headers["Referrer-Policy"] == "same-origin"  # none at all is no Origin either
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert {"camera=()", "geolocation=()"} <= set(answer.headers["Permissions-Policy"].split(", "))


def test_no_page_of_a_case_is_kept_in_a_cache(opened):
    for part, answer in opened.items():
        assert {"no-store", "private"} <= set(answer.headers["Cache-Control"].split(", ")), part


def test_no_page_has_a_script_or_a_style_of_its_own_or_calls_elsewhere(opened):
    for part, answer in opened.items():
        check_nothing_of_its_own(answer.text, part)


def check_nothing_of_its_own(html, part):
    for script in re.findall(r"<script\b[^>]*>(.*?)</script>", html, flags=re.DOTALL):
        assert not script.strip(), part
    assert "<style" not in html, part
    assert not re.search(r"<[^>]*\s(style|on\w+)=[\"']", html), part
    loaded = re.findall(r"<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=\"([^\"]*)\"", html)
    assert all(each.startswith("/") and not each.startswith("//") for each in loaded), part
    assert all(each.startswith("/") for each in re.findall(r'action="([^"]*)"', html)), part


def test_the_page_of_a_link_is_not_kept_either(alice):
    page = alice.post(alice.url("save") + "link/")
    token = re.search(r"/open/([\w-]+)/", page.text)[1]
    assert "no-store" in page.headers["Cache-Control"]
    for url in (f"/open/{token}/", "/", "/lost-link/"):
        assert "no-store" in Person().get(url).headers["Cache-Control"]
    assert AccessLink.objects.filter(via="shown").count() == 1


POSTS = ["control", "submit", "save/link", "save/address", "leave"]
POSTS += ["share", "share/1", "share/1/close", "share/hand-over", "talk/control", "talk/control/1"]


@pytest.mark.parametrize("part", POSTS)
def test_nothing_is_posted_from_another_site(done, part):
    elsewhere = Client(enforce_csrf_checks=True)
    elsewhere.cookies = done.cookies
    answer = elsewhere.post(done.url(part), {"later": "yes", "email": "eve@example.org"})
    assert answer.status_code == 403
    assert done.get(done.url()).status_code == 200
    assert not done.row("control").later


@pytest.mark.parametrize("url", ["/start/", "/lost-link/", "/open/x/", "/confirm/x/"])
def test_nothing_public_is_posted_from_another_site_either(catalogue, url):
    assert Client(enforce_csrf_checks=True).post(url).status_code == 403


def test_a_page_posts_with_the_token_that_it_holds(alice):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = alice.cookies
    page = strict.get(alice.url("control")).text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    posted = {"csrfmiddlewaretoken": token, "control-how": "We ask", "later": "yes"}
    assert strict.post(alice.url("control"), posted).status_code == 302
    assert alice.kept("control") == {"how": "We ask"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "a b", ""])
def test_another_host_is_refused(client, catalogue, host):
    settings_hosts = [h for h in settings.ALLOWED_HOSTS if h != "testserver"]
    assert "*" not in settings_hosts
    assert client.get("/", headers={"host": host or "x"}).status_code == 400


def test_a_press_with_too_much_in_it_is_refused_and_breaks_nothing(alice):
    many = {f"control-{n}": "x" for n in range(1100)}
    assert alice.send("control", many).status_code == 413
    assert alice.send("control", {"control-how": "x" * 3_000_000}).status_code == 413
    assert alice.get(alice.url("control")).status_code == 200
