"""Who came from a step finds back to it from every page of the library, and nobody is led elsewhere."""

import pytest
from django.test import RequestFactory

from readiness.library import back
from tests.library.reading import LISTS, read

pytestmark = pytest.mark.usefixtures("catalogue")

OURS = [
    "/cases/1/",
    "/cases/1/need/",
    "/cases/123456/readiness-foundations/",
    "/cases/1/check/",
    "/cases/1/need/?from=check",
    "/cases/1/suppliers/",
    "/cases/1/suppliers/12/",
    "/cases/1/suppliers/12/prices/",
    "/cases/1/suppliers/choose/",
]
NOT_OURS = [
    "",
    "/",
    "//evil.example/cases/1/",
    "https://evil.example/cases/1/need/",
    "/cases/1/need",
    "/cases/x/need/",
    "/cases/0/need/",
    "/cases/1/leave/",
    "/cases/1/save/link/",
    "/cases/1/suppliers/12/remove/",
    "/cases/1/suppliers/choose/costs/",
    "/cases/1/suppliers/12/prices/?from=check",
    "/cases/1/need/?from=elsewhere",
    "/cases/1/need/#x",
    "/cases/1/need/\n",
    "/cases/1/../../admin/",
    "/cases/1/NEED/",
    "/cases/١/need/",
    "javascript:alert(1)",
    '/cases/1/need/"><script>alert(1)</script>',
    "/admin/",
    "/cases/1" + "1" * 500 + "/",
]


@pytest.mark.parametrize("path", OURS)
def test_a_page_of_a_case_is_led_back_to(path):
    request = RequestFactory().get("/library/", {"back": path})
    assert back.back(request) == path


@pytest.mark.parametrize("path", NOT_OURS)
def test_nothing_else_is(path):
    assert back.back(RequestFactory().get("/library/", {"back": path})) == ""
    page = read("/library/avenues/crm/", {"back": path})
    assert "Back to your answers" not in page.words
    assert not [each for each in page.links if "evil" in each or "back=" in each]


@pytest.mark.parametrize(
    "path", [*LISTS, "/library/avenues/crm/", "/library/lessons/designed-with-staff/"]
)
def test_every_page_shows_the_way_back_to_who_has_one(path):
    page = read(path, {"back": "/cases/4/time/"})
    assert "Back to your answers" in page.words
    assert "/cases/4/time/" in page.links
    assert "Back to your answers" not in read(path).words


def test_the_library_is_on_every_page_and_leads_back_to_the_case(alice):
    html = alice.see()
    assert html.count(f'href="/library/?back={alice.url()}"') == 2
    assert '<button class="plain to-library" form="step" name="look"' in alice.see("need")
    assert 'href="/library/"' in alice.get("/").text
