"""The catalogue app."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "readiness.catalogue"
    verbose_name = _("The content")

    def ready(self) -> None:
        from readiness.catalogue.models import KINDS
        from readiness.catalogue.models.lesson import Lesson, forget_told
        from readiness.catalogue.version import mark_changed

        for kind in KINDS:
            for signal in (post_save, post_delete):
                signal.connect(mark_changed, sender=kind, dispatch_uid=f"changed {kind} {signal}")
        post_delete.connect(forget_told, sender=Lesson, dispatch_uid="forget what was told")
