"""A page of the library may be kept, and is asked for again each time."""

import pytest
from django.test import Client

from readiness.catalogue.models import Term

pytestmark = pytest.mark.usefixtures("catalogue")
GLOSSARY = "/library/glossary/"


@pytest.mark.parametrize("page", ["", "glossary/", "lessons/", "avenues/crm/", "search/?q=crm"])
def test_whoever_keeps_a_page_asks_each_time_whether_it_still_stands(page):
    assert Client().get(f"/library/{page}").headers["Cache-Control"] == "no-cache"


def test_what_was_published_since_is_sent_and_not_what_the_browser_holds():
    first = Client().get(GLOSSARY)
    held = {"If-None-Match": first.headers["ETag"]}
    assert Client().get(GLOSSARY, headers=held).status_code == 304
    term = Term.objects.get(slug="crm")
    term.meaning = "Another meaning."
    term.save()
    again = Client().get(GLOSSARY, headers=held)
    assert again.status_code == 200
    assert "Another meaning." in again.text


def test_nothing_on_a_page_is_about_who_reads_it(admin_client):
    assert admin_client.get(GLOSSARY).content == Client().get(GLOSSARY).content
