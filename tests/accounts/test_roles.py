"""What the roles of staff hold, and what comes of it. Who may open which page: tests/access."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from readiness.accounts import roles
from readiness.catalogue.models import Sentence
from tests.accounts.staff import Staff, member

pytestmark = pytest.mark.usefixtures("catalogue")

C, E, A = roles.CONSULTANT, roles.EDITOR, roles.ADMINISTRATOR


@pytest.fixture
def word():
    """An entry of the content."""
    return Sentence.objects.first()


@pytest.mark.parametrize("role", roles.ROLES)
def test_no_role_changes_adds_or_deletes_a_version(role):
    held = set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))
    assert not held & {"change_version", "add_version", "delete_version"}
    assert not held & {"change_edition", "add_edition", "delete_edition", "delete_user"}
    assert not held & {"change_opening", "add_opening", "delete_opening"}


def test_a_content_editor_changes_content_and_a_consultant_does_not(word):
    page = reverse("admin:catalogue_sentence_change", args=[word.pk])
    for role, may in ((C, False), (E, True), (A, True)):
        person = Staff()
        person.sign_in(member(f"the {role}", role))
        assert ('name="_save"' in person.get(page).text) is may
        delete = reverse("admin:catalogue_sentence_delete", args=[word.pk])
        assert (person.get(delete).status_code == 200) is may


@pytest.mark.parametrize("role", roles.ROLES)
def test_an_earlier_state_of_the_content_is_put_back_by_who_may_change_it_alone(role, word):
    before, earlier = word.text, word.history.first()
    word.text = "Changed."
    word.save()
    page = reverse("admin:catalogue_sentence_simple_history", args=[word.pk, earlier.pk])
    person = Staff()
    person.sign_in(member("dawn", role))
    answer = person.post(page)
    word.refresh_from_db()
    assert answer.status_code == (302 if role != C else 403)
    assert (word.text == before) is (role != C)


@pytest.mark.parametrize("key", ["x", "1.5", "9" * 40])
def test_the_history_of_what_is_no_entry_is_not_found(key, word):
    person = Staff()
    person.sign_in(member("dawn", E))
    assert person.get(f"/admin/catalogue/sentence/{key}/history/").status_code == 404
    assert person.get(f"/admin/catalogue/sentence/{word.pk}/history/{key}/").status_code == 404


def test_the_groups_are_put_right_when_the_database_is_migrated(django_db_blocker):
    from django.apps import apps

    editors = Group.objects.get(name=E)
    editors.permissions.set(Permission.objects.filter(codename="view_version"))
    for app in apps.get_app_configs():
        roles.bring_in_line(app, using="default")
    held = set(editors.permissions.values_list("codename", flat=True))
    assert held == set().union(*roles.MAY[E].values())


def test_every_permission_that_a_role_names_is_there():
    for name, table in roles.MAY.items():
        held = Group.objects.get(name=name).permissions
        for app, wanted in table.items():
            found = held.filter(content_type__app_label=app)
            assert set(found.values_list("codename", flat=True)) == wanted


def test_somebody_may_hold_two_roles():
    person = Staff()
    person.sign_in(member("dawn", C, E))
    for page in ("cases_version_changelist", "catalogue_sentence_add"):
        assert person.get(reverse(f"admin:{page}")).status_code == 200
    assert LogEntry.objects.count() == 0
