"""Erasing a case for good: its rows and their histories, its papers, and whatever else holds a piece."""

from collections.abc import Collection
from functools import partial
from typing import Any

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Model

from readiness.accounts import audit
from readiness.cases.models import Case, Version
from readiness.reports.models import Document, Export


def erase(case: Case) -> None:
    """Erase a case and all that was made of it; the stored files go once that is committed.

    Of staff's audit log the lines stay, without the name of what they opened.
    """
    key = case.pk
    with transaction.atomic():
        versions = list(case.versions.values_list("pk", flat=True))
        files = [*_papers(case), *_exports_with(set(versions))]
        for model, keys in ((Version, versions), (Case, [key])):
            audit.forget(model, keys)
            _erase_log_of_the_admin(model, keys)
        case.delete()
        for history in _histories():
            history._default_manager.filter(case_id=key).delete()
        transaction.on_commit(partial(erase_files, files), robust=True)


def erase_files(names: Collection[str]) -> None:
    """Erase stored files, but for those of the same bytes that another paper is stored in."""
    for name in names:
        content_hash = name.rpartition("/")[2].partition(".")[0]
        if not Document.objects.filter(content_hash=content_hash).exists():
            default_storage.delete(name)


def _papers(case: Case) -> list[str]:
    made = Document.objects.filter(edition__version__case=case).exclude(content_hash="")
    return [document.stored_as for document in made]


def _exports_with(versions: set[int]) -> list[str]:
    """Erase whole exports in which a version is; the names of their files.

    Whoever asked for one can ask again, for the cases that are left.
    """
    names = []
    for export in Export.objects.all():
        if versions & set(export.versions):
            names += [export.stored_as] if export.stored_as else []
            export.delete()
    return names


def _erase_log_of_the_admin(model: type[Model], keys: Collection[int]) -> None:
    kind = ContentType.objects.get_for_model(model)
    LogEntry.objects.filter(content_type=kind, object_id__in=[str(key) for key in keys]).delete()


def _histories() -> list[Any]:
    """The models that keep the history of something in a case."""
    return [
        model
        for model in apps.get_models()
        if hasattr(model, "instance_type") and hasattr(model, "case_id")
    ]
