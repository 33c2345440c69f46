"""Dawn comes back to the list as she left it, whatever she did on the page of a case."""

import re
from html import unescape
from urllib.parse import parse_qs, urlencode

import pytest

from tests.desk.at_the_desk import LIST

ASKED = "whose=all&nation=england&o=1"
CARRIED = urlencode({"_changelist_filters": ASKED})


def back_from(html):
    """What the list is asked by the link that leads back to it."""
    found = re.search(rf'href="{LIST}(\?[^"]*)">Back to the list', html)
    assert found
    return {name: value for name, (value,) in parse_qs(unescape(found[1])[1:]).items()}


WANTED = {"whose": "all", "nation": "england", "o": "1"}


def test_from_the_list_to_a_case_and_back(dawn, sent):
    listed = dawn.get(f"{LIST}?{ASKED}").text
    link = re.search(rf'href="({LIST}{sent.pk}/change/[^"]*)"', listed)
    assert link
    assert back_from(dawn.get(unescape(link[1])).text) == WANTED


@pytest.mark.parametrize(
    ("deed", "typed"),
    [
        ("move/take", {"turn": "0"}),
        ("comment", {"step": "need", "place": "need-problem", "words": "How often?"}),
        ("note", {"words": "Ring them."}),
    ],
)
def test_her_place_goes_with_what_she_does_and_with_its_faults(dawn, sent, deed, typed):
    address = f"{LIST}{sent.pk}/change/?{CARRIED}"
    action = f"{LIST}{sent.pk}/{deed}/?{CARRIED}"
    comment = f"{address}&comment=need-problem"
    assert f'action="{action}"' in dawn.get(comment if deed == "comment" else address).text
    faulty = dawn.post(action, {**typed, "turn": "", "words": ""})
    assert faulty.status_code == 422
    assert back_from(faulty.text) == WANTED
    assert back_from(dawn.post(action, typed, follow=True).text) == WANTED


@pytest.mark.parametrize(
    "asked",
    [
        "next=https://evil.example",
        "case__recovery_email__contains=a",
        "//evil.example",
        '"><script>alert(1)</script>',
        "q",
        "%00",
        "&" * 5000,
        "",
    ],
)
def test_only_our_own_questions_are_carried(dawn, sent, asked):
    query = urlencode({"_changelist_filters": asked})
    page = dawn.get(f"{LIST}{sent.pk}/change/?{query}").text
    assert "evil" not in page
    assert "<script>alert" not in page
    assert back_from(page) == {}


def test_what_is_searched_for_is_carried_as_words(dawn, sent):
    query = urlencode({"_changelist_filters": urlencode({"q": '"><b>' + "x" * 200})})
    page = dawn.get(f"{LIST}{sent.pk}/change/?{query}").text
    assert back_from(page) == {"q": '"><b>' + "x" * 95}
    assert "<b>x" not in page
