"""Dawn, a consultant, keeps the content current in the admin."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from readiness.accounts import second_step
from readiness.catalogue.contents import contents
from readiness.catalogue.loader import load
from readiness.catalogue.models import KINDS, Avenue, Evidence, ProductWord

pytestmark = pytest.mark.usefixtures("no_content")


@pytest.fixture
def content():
    load()


@pytest.fixture
def dawn(client, settings, tmp_path):
    """Dawn, signed in; her pages need no static files to have been gathered."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    user = get_user_model().objects.create_superuser("dawn", password="a good one")
    client.force_login(user)
    session = client.session
    second_step.let_pass(session, user)
    session.save()
    return client


def address(entry, page="change"):
    name = f"admin:catalogue_{entry._meta.model_name}_{page}"
    return reverse(name, args=[entry.pk] if page in {"change", "history"} else [])


def posted(page, **changes):
    """What the browser would send back, with what Dawn changed."""
    form = page.context["adminform"].form
    values = {name: form.fields[name].prepare_value(form[name].value()) for name in form.fields}
    return {name: "" if value is None else value for name, value in (values | changes).items()}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind._meta.model_name)
def test_each_list_opens_and_can_be_searched_with_the_same_few_queries(
    kind, dawn, content, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        page = dawn.get(address(kind, "changelist"), {"q": "a"})
    assert page.status_code == 200


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind._meta.model_name)
def test_an_entry_saved_as_it_stands_is_unchanged(kind, dawn, content):
    entry = kind.objects.first()
    if entry is None:
        pytest.skip("there is none yet")
    version = contents().version
    saved = dawn.post(address(entry), posted(dawn.get(address(entry))))
    assert saved.status_code == 302
    assert contents().version == version


def test_an_edit_is_published_at_once_and_kept_in_the_history(dawn, content):
    crm = Avenue.objects.get(slug="crm")
    change = posted(dawn.get(address(crm)), can_do="Keep promises\n\n  Answer sooner ")
    assert dawn.post(address(crm), change).status_code == 302
    assert contents().avenues["crm"].can_do == ["Keep promises", "Answer sooner"]
    assert "dawn" in dawn.get(address(crm, "history")).content.decode()


def test_a_nested_part_that_does_not_fit_is_named(dawn, content):
    crm = Avenue.objects.get(slug="crm")
    change = posted(dawn.get(address(crm)), needs='[{"need": "We lose enquiries"}]')
    page = dawn.post(address(crm), change)
    assert "needs, item 1: “reason” is missing." in page.content.decode()


def test_what_is_not_json_is_given_back_as_it_was_typed(dawn, content):
    crm = Avenue.objects.get(slug="crm")
    page = dawn.post(address(crm), posted(dawn.get(address(crm)), needs="[{half"))
    assert page.context["errors"]
    assert "[{half" in page.content.decode()


def test_a_slug_that_names_nothing_is_refused(dawn, content):
    crm = Avenue.objects.get(slug="crm")
    page = dawn.post(address(crm), posted(dawn.get(address(crm)), evidence="no-such-finding"))
    assert "There is no “no-such-finding”." in page.content.decode()


def test_a_word_that_cannot_be_read_is_refused(dawn, content):
    word = ProductWord.objects.get(slug="product-words")
    page = dawn.post(address(word), posted(dawn.get(address(word)), words="apps?\n(half"))
    assert "“(half” cannot be read" in page.content.decode()


def test_a_pattern_needs_its_question(dawn, content):
    word = ProductWord.objects.get(slug="imperative")
    page = dawn.post(address(word), posted(dawn.get(address(word)), ask=""))
    assert "A pattern needs a question to ask again." in page.content.decode()


def test_a_slug_in_use_cannot_be_changed(dawn, content):
    finding = Evidence.objects.first()
    change = posted(dawn.get(address(finding)), slug="another-name")
    dawn.post(address(finding), change)
    assert Evidence.objects.get(pk=finding.pk).slug == finding.slug


def test_a_new_entry_is_named_and_stands_last(dawn, content):
    assert dawn.get(address(ProductWord, "add")).status_code == 200
    new = {"slug": "drones", "language": "en", "kind": "product", "means": "x", "words": "drones?"}
    assert dawn.post(address(ProductWord, "add"), new).status_code == 302
    assert list(contents().product_words)[-1] == "drones"
