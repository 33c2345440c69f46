"""Dawn adds words for products, and none that could keep the guide busy for hours."""

import pytest
from django.core.exceptions import ValidationError

from readiness.catalogue.contents import contents
from readiness.catalogue.models import ProductWord
from readiness.catalogue.solution_first import product_words_in
from readiness.catalogue.typed_words import ways
from tests.catalogue.editors import Editor, problems

pytestmark = pytest.mark.usefixtures("catalogue")


@pytest.fixture
def dawn():
    return Editor("dawn")


@pytest.fixture
def word():
    return ProductWord.objects.get(slug="product-words")


def typed(dawn, word, new, **more):
    """The page after a new word was added below those that stand there."""
    values = dawn.open(word)
    return dawn.press(word, values, words=f"{values['words']}\n{new}", **more)


def test_plain_words_are_added_beside_those_that_are_not_plain(dawn, word):
    values = dawn.open(word)
    dawn.publish(word, values, words=f"{values['words']}\n(?:tea|coffee) ?machines?")
    found = product_words_in("Two Tea Machines, a coffeemachine", contents().product_words.values())
    assert found == ["Tea Machines", "coffeemachine"]


@pytest.mark.parametrize(
    "new",
    [
        *("(half", "[half", "(?P<a>x)", "(?i)x", "x{99999999999999999999}", "a{0,9}", r"\w", "a.b"),
        *(r"(?:\w+\s?)+!", "(a|aa)+$", "(?:(?:a|b)|c)", "a*", "^a", "a$", "(?=a)a", "{any} {any}"),
        *("a?", "(?:a|b)?", "a|", "a?" * 20, "(?:a|b)(?:a|b)" * 4, "x" * 61),
    ],
)
def test_a_word_that_is_not_plain_is_refused(new, dawn, word):
    page = typed(dawn, word, new)
    assert "is not plain words, or too long" in str(problems(page)["words"])


@pytest.mark.parametrize("new", ["robot", "APPS", "(?:a|a)bc", "a ? ?b", "databases?"])
def test_nothing_is_added_twice(new, dawn, word):
    assert "is there twice" in str(problems(typed(dawn, word, f"databases\n{new}"))["words"])


def test_a_word_of_another_entry_of_the_kind_is_there_already(dawn, word):
    values = {"language": "en", "slug": "more", "kind": "product", "means": "More."}
    page = dawn.press(ProductWord, values, words="robots")
    assert "“robots” is there twice." in str(problems(page)["words"])


def test_words_that_become_another_kind_are_looked_at_anew(dawn):
    pattern = ProductWord.objects.get(slug="imperative")
    page = dawn.press(pattern, dawn.open(pattern), kind="product")
    assert "is not plain words" in str(problems(page)["words"])


def test_the_form_says_what_may_be_typed(dawn, word):
    assert "New words are plain" in dawn.get(f"/admin/catalogue/productword/{word.pk}/change/").text


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("apps?", ["apps", "app"]),
        ("(?:Pill|door) bells?", ["pill bells", "pill bell", "door bells", "door bell"]),
        ("tea (?:for two)?", ["tea for two", "tea "]),
        ("café & co’s", ["café & co’s"]),
        ("a+", []),
        ("", []),
    ],
)
def test_what_plain_words_stand_for(word, written):
    assert ways(word) == written


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("(half", "missing )"),
        ("x{99999999999999999999}", "the repetition number is too large"),
        ("(a)", "a group begins with (?: and has no name"),
        ("(?P<a>x)", "a group begins with (?: and has no name"),
        ("(?i)x", "a group begins with (?: and has no name"),
    ],
)
def test_what_would_not_fit_among_the_others_is_refused_in_the_files_too(word, told):
    entry = ProductWord(slug="more", kind="product", means="More.", words=["bell", word])
    with pytest.raises(ValidationError) as refused:
        entry.clean()
    assert told in str(refused.value)
