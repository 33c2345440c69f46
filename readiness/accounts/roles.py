"""The roles of staff, as Django's groups. This table is the only place that says who may do what.

The groups are brought in line with it whenever the database is migrated. Nobody may change what
was sent: no role holds the permission, and the admin refuses it even to a superuser.
"""

from collections.abc import Iterable

from django.apps import AppConfig
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import connections
from django.utils.translation import gettext_lazy as _

CONSULTANT, EDITOR, ADMINISTRATOR = "consultant", "content editor", "administrator"
ROLES = {
    CONSULTANT: _("Consultant: reads, comments on and decides about what was sent"),
    EDITOR: _("Content editor: changes the content, and sees no cases"),
    ADMINISTRATOR: _("Administrator: both, and the staff accounts and the audit log"),
}

_CONTENT = (
    *("anxiety", "avenue", "check", "dimension", "evidence", "lesson", "otherway", "principle"),
    *("productword", "sentence", "term"),
)
_REVIEW = {
    "cases": {
        *("view_version", "view_case", "view_edition"),
        *("view_move", "add_move", "view_comment", "add_comment", "view_note", "add_note"),
    },
    "reports": {"view_document"},
    "privacy": {"view_erasure"},
}
_READING = {"catalogue": {f"view_{each}" for each in _CONTENT}}
_WRITING = {
    "catalogue": {
        f"{verb}_{each}" for each in _CONTENT for verb in ("view", "add", "change", "delete")
    }
}
_STAFF = {
    "accounts": {"view_user", "add_user", "change_user", "view_opening"},
    "desk": {"view_deletion"},
}
# Who told a lesson, and how to reach them, is for who has it in hand.
_LETTERS = {
    "contact": {
        *("view_message", "change_message"),
        *("view_offeredlesson", "change_offeredlesson", "publish_offeredlesson"),
    }
}
_LESSONS = {"contact": {"view_offeredlesson", "publish_offeredlesson"}}
# What people who were asked wrote in their own words, read before it is shown.
_OWN_WORDS = {"voices": {"view_words", "change_words"}}
# Spam and empty cases go with a reason: see the review desk.
_SPAM = {"cases": {"delete_case"}}

Table = dict[str, set[str]]


def _together(*tables: Table) -> Table:
    apps = {app for table in tables for app in table}
    return {app: set().union(*(table.get(app, set()) for table in tables)) for app in apps}


MAY: dict[str, Table] = {
    CONSULTANT: _together(_REVIEW, _READING, _LETTERS, _OWN_WORDS),
    EDITOR: _together(_WRITING, _LESSONS),
    ADMINISTRATOR: _together(_REVIEW, _WRITING, _LETTERS, _OWN_WORDS, _SPAM, _STAFF),
}


def give(user, *names: str) -> None:
    """Let somebody have these roles and no others. Raises Group.DoesNotExist."""
    user.groups.set([Group.objects.get(name=name) for name in names])


def is_last_administrator(user) -> bool:
    """Whether nobody else could let staff in, once this person could not."""
    group = Group.objects.filter(name=ADMINISTRATOR, user=user.pk).first()
    if group is None or not user.is_active:
        return False
    others = group.user_set.exclude(pk=user.pk)
    return not others.filter(is_active=True).exists()


def bring_in_line(app_config: AppConfig, using: str, **_signal: object) -> None:
    """After a migration, give the groups what the table says about one app's permissions."""
    if Group._meta.db_table not in connections[using].introspection.table_names():
        return
    # Django makes the permissions of an app after this signal too, but in no order to rely on.
    create_permissions(app_config, verbosity=0, using=using)
    app = app_config.label
    there = Permission.objects.using(using).filter(content_type__app_label=app)
    for name, table in MAY.items():
        group, _made = Group.objects.using(using).get_or_create(name=name)
        _set(group, app, there.filter(codename__in=table.get(app, set())))


def _set(group: Group, app: str, wanted: Iterable[Permission]) -> None:
    group.permissions.remove(*group.permissions.filter(content_type__app_label=app))
    group.permissions.add(*wanted)
