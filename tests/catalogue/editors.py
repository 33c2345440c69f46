"""Editors at the admin: what they see in a form, and how they press its buttons."""

import re
from html import unescape

from django.contrib.auth import get_user_model
from django.urls import reverse

from readiness.accounts import second_step
from tests.people import Person


class Editor(Person):
    """Somebody who edits the content, signed in."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.user = get_user_model().objects.create_superuser(name, password="a good one")
        self.force_login(self.user)
        session = self.session
        second_step.let_pass(session, self.user)
        session.save()

    def open(self, entry):
        """The form of an entry, or of a new one of this kind, as the browser would send it back."""
        return typed_in(self.get(address(entry)))

    def press(self, entry, values, **changes):
        """Press the button of the form."""
        return self.post(address(entry), {**values, **changes})

    def publish(self, entry, values=None, **changes):
        """Press the button, look at what is shown, and press again."""
        page = self.press(entry, values or self.open(entry), **changes)
        assert page.status_code == 200, "it was published at once"
        assert "Check this before you publish it" in page.text, problems(page)
        return self.press(entry, typed_in(page))


def address(entry, page=""):
    """The address of a page of an entry, or of a kind."""
    kind = entry if isinstance(entry, type) else type(entry)
    page = page or ("add" if entry is kind else "change")
    with_number = entry is not kind and page not in {"changelist", "deleted", "add"}
    name = f"admin:catalogue_{kind._meta.model_name}_{page}"
    return reverse(name, args=[entry.pk] if with_number else [])


def typed_in(page):
    """What stands in the form of a page."""
    form = page.context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    values = {n: form.fields[n].prepare_value(value) for n, value in values.items()}
    hidden = re.findall(r'<input type="hidden" name="(seen|checked)" value="([^"]*)"', page.text)
    return {n: value for n, value in values.items() if value not in (None, False)} | {
        name: unescape(value) for name, value in hidden
    }


def problems(page):
    """What a page says is wrong."""
    return page.context["adminform"].form.errors
