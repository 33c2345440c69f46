"""Gwen, who will put the guide into Welsh, is given every word of these pages too."""

import pytest

from tests.cases.builders import later_answers
from tests.people import answers
from tests.suppliers.at_the_table import (
    LICENCES,
    OFFLINE,
    REFERENCE,
    WRITE,
    add,
    answer,
    choose,
    page_of,
    price,
    refer,
)
from tests.translation import marking
from tests.translation.test_translation import left, made, marked

assert made
assert marked


@pytest.mark.usefixtures("marked")
def test_every_word_can_be_translated(buyer):
    elm = add(buyer, "Elm")
    help_line = {"label": "Help line", "category": "support"}
    answer(buyer, elm, {WRITE: ("partly", "n " * 251 + "n"), OFFLINE: "met"})
    pages = {"in error": buyer.see(page_of(elm))}
    answer(buyer, elm, {WRITE: ("partly", "Two taps"), OFFLINE: "met"})
    price(buyer, elm, LICENCES, help_line)
    refer(buyer, elm, REFERENCE)
    for name in ("suppliers", "suppliers/add", "suppliers/choose"):
        pages[name] = buyer.see(name)
    for part in ("", "prices", "references", "name", "remove"):
        pages[part] = buyer.see(page_of(elm, part))
    choose(buyer, elm, "Because")
    pages["told no price"] = buyer.see("suppliers/choose/costs")
    price(buyer, elm, LICENCES, base="1")
    pages["costs"] = buyer.see("suppliers/choose/costs")
    typed = marking.typed_words([answers(), later_answers(), LICENCES, help_line, REFERENCE])
    known = {"Elm", "Two taps", "n " * 251 + "n", "Because", buyer.case.reference}
    found = {
        name: words
        for name, html in pages.items()
        if (words := [each for each in left(html, *known) if each.strip(" .") not in typed])
    }
    assert found == {}
