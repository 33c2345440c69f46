"""What each role may open in the admin: a table of every page and every role.

A page that is added to the admin needs its row here.
"""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from readiness.accounts import audit, roles
from readiness.cases import versions
from readiness.catalogue.contents import contents
from readiness.catalogue.models import KINDS
from readiness.contact.models import Message, OfferedLesson
from readiness.desk.models import Deletion
from readiness.privacy.models import Erasure
from readiness.reports import pdf
from readiness.voices.models import Round, Words
from tests.accounts.staff import Staff, member
from tests.people import answers, case_with

pytestmark = pytest.mark.usefixtures("catalogue")

C, E, A = roles.CONSULTANT, roles.EDITOR, roles.ADMINISTRATOR
NOBODY, REVIEW, READ, WRITE, STAFF, ALL = set(), {C, A}, {C, E, A}, {E, A}, {A}, {C, E, A}

# The page's name with what else its address takes, as “name:part”, and who may open it.
PAGES = {
    "index": ALL,
    "jsi18n": ALL,
    "app_list:cases": REVIEW,
    "app_list:catalogue": READ,
    "app_list:accounts": STAFF,
    "autocomplete": NOBODY,  # no page of ours asks it for words
    "view_on_site": NOBODY,
    "cases_version_changelist": REVIEW,
    "cases_version_change": REVIEW,
    "cases_version_history": REVIEW,
    "cases_version_add": NOBODY,
    "cases_version_delete": NOBODY,
    "version-compare": REVIEW,
    "insights-first": REVIEW,
    "insights:worries": REVIEW,
    "insights-file:worries:xlsx": REVIEW,
    "exports": REVIEW,
    "export:0": NOBODY,  # only whoever asked for it: see tests/desk/test_exports.py
    "export-zip:0": NOBODY,
    "version-file": REVIEW,
    "app_list:contact": ALL,
    "contact_message_changelist": REVIEW,
    "contact_message_change": REVIEW,
    "contact_message_history": REVIEW,
    "contact_message_add": NOBODY,
    "contact_message_delete": NOBODY,
    "contact_message_deed": NOBODY,  # pressed: see tests/contact/test_handling.py
    "contact_offeredlesson_changelist": ALL,
    "contact_offeredlesson_change": ALL,
    "contact_offeredlesson_history": ALL,
    "contact_offeredlesson_add": NOBODY,
    "contact_offeredlesson_delete": NOBODY,
    "contact_offeredlesson_deed": NOBODY,
    "app_list:voices": REVIEW,
    "voices_words_changelist": REVIEW,
    "voices_words_change": REVIEW,
    "voices_words_history": REVIEW,
    "voices_words_add": NOBODY,
    "voices_words_delete": NOBODY,
    "voices_words_decide": NOBODY,  # pressed: see tests/voices/test_moderating.py
    "desk_deletion_changelist": STAFF,
    "desk_deletion_change": STAFF,
    "desk_deletion_history": STAFF,
    "desk_deletion_add": NOBODY,
    "desk_deletion_delete": NOBODY,
    "app_list:privacy": REVIEW,
    "privacy_erasure_changelist": REVIEW,
    "privacy_erasure_change": REVIEW,
    "privacy_erasure_history": REVIEW,
    "privacy_erasure_add": NOBODY,
    "privacy_erasure_delete": NOBODY,
    "accounts_user_changelist": STAFF,
    "accounts_user_change": STAFF,
    "accounts_user_history": STAFF,
    "accounts_user_add": STAFF,
    "accounts_user_delete": NOBODY,
    "accounts_user_sign_in_link": STAFF,
    "accounts_user_second_step": STAFF,
    "accounts_opening_changelist": STAFF,
    "accounts_opening_change": STAFF,
    "accounts_opening_history": STAFF,
    "accounts_opening_add": NOBODY,
    "accounts_opening_delete": NOBODY,
}
for kind in KINDS:
    name = f"catalogue_{kind._meta.model_name}"
    PAGES |= {f"{name}_changelist": READ, f"{name}_change": READ, f"{name}_history": READ}
    PAGES |= {f"{name}_add": WRITE, f"{name}_delete": WRITE}
    PAGES |= {f"{name}_simple_history": READ, f"{name}_deleted": READ, f"{name}_preview": READ}

# What is pressed there, and who may: to everybody else it does nothing.
PRESSED = {"version-move": REVIEW, "version-comment": REVIEW, "version-note": REVIEW}
PRESSED |= {"version-owner-link": REVIEW}
# The same for all who are in: they lead elsewhere, or out.
NO_ROLE_NEEDED = {"login", "logout", "password_change", "password_change_done"}
UNNAMED = {None}  # old addresses that lead to the page of a thing, and those that are nowhere


def names(patterns, before=""):
    """The names of the addresses under /admin/, whoever put them there."""
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from names(each.url_patterns, route)
        elif isinstance(each, URLPattern) and route.startswith("admin/"):
            yield each.name


def test_every_page_of_the_admin_has_its_row():
    there = set(names(get_resolver().url_patterns)) - UNNAMED
    rows = {page.partition(":")[0] for page in PAGES} | set(PRESSED) | NO_ROLE_NEEDED
    assert there - rows == set(), "pages without a row"
    assert rows - there == set(), "rows without a page"


@pytest.fixture
def things():
    """One of each kind of thing that has a page."""
    version = versions.send(
        case_with(answers()), by="Import", at=timezone.now(), contents=contents()
    )
    eve = member("eve", roles.CONSULTANT)
    gone = Deletion.objects.create(reference="ABCDEFGH", reason="spam", words="Spam.", by=eve)
    found = {"cases_version": version, "accounts_user": eve, "desk_deletion": gone}
    found["contact_message"] = Message.objects.create(about="help", words="Help.", digest="1")
    found["contact_offeredlesson"] = OfferedLesson.objects.create(
        kind="mistake", what_happened="This.", what_was_learned="That.", theme="money", digest="1"
    )
    found["privacy_erasure"] = Erasure.objects.create(reference="ABCDEFGH", why="asked")
    asking = Round.objects.create(
        case=version.case,
        idea="notes",
        closes_on=timezone.localdate(),
        closed_at=timezone.now(),
        settled_at=timezone.now(),
        shown=True,
    )
    found["voices_words"] = Words.objects.create(round=asking, text="Ask us first.")
    found["accounts_opening"] = audit.note_opening(eve, version, timezone.now())
    for kind in KINDS:
        found[f"catalogue_{kind._meta.model_name}"] = kind.objects.first()
    return found


def at(name, *parts):
    """The address of this name, among those of the admin's own site or beside them."""
    try:
        return reverse(f"admin:{name}", args=parts)
    except NoReverseMatch:
        return reverse(name, args=parts)


def address(page, things):
    """The address of a page, of one of the things where it is a thing's page."""
    name, *parts = page.split(":")
    if parts:
        return at(name, *parts)
    if name == "view_on_site":
        kind = ContentType.objects.get_for_model(type(things["cases_version"]))
        return at(name, kind.pk, things["cases_version"].pk)
    if name == "version-file":
        return at(name, things["cases_version"].pk)
    if name == "version-compare":
        return at(name, things["cases_version"].pk) + "?with=1"
    thing = next((each for start, each in things.items() if name.startswith(f"{start}_")), None)
    if name == "simple_history" or name.endswith("_simple_history"):
        return at(name, thing.pk, thing.history.first().pk)
    if name.endswith(("_deed", "_decide")):
        return at(name, thing.pk, "take" if name.endswith("_deed") else "show")
    if thing is None or name.endswith(("_changelist", "_add", "_deleted")):
        return at(name)
    return at(name, thing.pk)


@pytest.mark.parametrize("role", [*roles.ROLES, None])
def test_each_role_opens_its_own_pages_and_no_others(role, things):
    person = Staff()
    person.sign_in(member("dawn", *([role] if role else [])))
    opened = {page for page in PAGES if person.get(address(page, things)).status_code == 200}
    for_all = {"index", "jsi18n"}
    assert opened == for_all | {page for page, held_by in PAGES.items() if role in held_by}


@pytest.mark.parametrize("role", [*roles.ROLES, None])
@pytest.mark.parametrize("press", PRESSED)
def test_what_is_pressed_is_refused_to_who_may_not(press, role, things):
    person = Staff()
    person.sign_in(member("dawn", *([role] if role else [])))
    version = things["cases_version"]
    parts = [version.pk, "take"] if press == "version-move" else [version.pk]
    typed = {"turn": "0", "step": "need", "place": "", "words": "Please say more."}
    typed |= {"key": "k", "checked": "Rang them", "email": "a@example.org", "certain": "on"}
    answer = person.post(at(press, *parts), typed)
    allowed = role in PRESSED[press]
    assert answer.status_code == (302 if allowed else 403)
    done = version.moves.count() + version.comments.count() + version.case.notes.count()
    assert done == (1 if allowed else 0)


@pytest.mark.parametrize("role", roles.ROLES)
def test_the_paper_of_a_version_is_for_who_reviews(role, things, monkeypatch):
    monkeypatch.setattr(pdf, "render", lambda html, link_labels: b"%PDF-1.7")
    person = Staff()
    person.sign_in(member("dawn", role))
    paper = person.get(reverse("sent-business-case", args=[things["cases_version"].pk, "pdf"]))
    assert (paper.status_code != 403) is (role in REVIEW)


@pytest.mark.parametrize("role", roles.ROLES)
def test_no_role_changes_adds_or_deletes_a_version(role):
    held = set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))
    assert not held & {"change_version", "add_version", "delete_version"}
    assert not held & {"change_edition", "add_edition", "delete_edition", "delete_user"}
    assert not held & {"change_opening", "add_opening", "delete_opening"}


def test_a_content_editor_changes_content_and_a_consultant_does_not(things):
    word = things["catalogue_sentence"]
    page = reverse("admin:catalogue_sentence_change", args=[word.pk])
    for role, may in ((C, False), (E, True), (A, True)):
        person = Staff()
        person.sign_in(member(f"the {role}", role))
        assert ('name="_save"' in person.get(page).text) is may
        delete = reverse("admin:catalogue_sentence_delete", args=[word.pk])
        assert (person.get(delete).status_code == 200) is may


@pytest.mark.parametrize("role", roles.ROLES)
def test_an_earlier_state_of_the_content_is_put_back_by_who_may_change_it_alone(role, things):
    word = things["catalogue_sentence"]
    before, earlier = word.text, word.history.first()
    word.text = "Changed."
    word.save()
    page = reverse("admin:catalogue_sentence_simple_history", args=[word.pk, earlier.pk])
    person = Staff()
    person.sign_in(member("dawn", role))
    answer = person.post(page)
    word.refresh_from_db()
    assert answer.status_code == (302 if role in WRITE else 403)
    assert (word.text == before) is (role in WRITE)


@pytest.mark.parametrize("key", ["x", "1.5", "9" * 40])
def test_the_history_of_what_is_no_entry_is_not_found(key, things):
    person = Staff()
    person.sign_in(member("dawn", E))
    word = things["catalogue_sentence"]
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


def test_somebody_may_hold_two_roles(things):
    person = Staff()
    person.sign_in(member("dawn", C, E))
    for page in ("cases_version_change", "catalogue_sentence_add"):
        assert person.get(address(page, things)).status_code == 200
    assert LogEntry.objects.count() == 0
