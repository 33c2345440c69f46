"""The accounts app."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "readiness.accounts"
    verbose_name = _("Staff")

    def ready(self) -> None:
        """Keep the roles in line with their table, and note who passed the second step."""
        from readiness.accounts import roles, second_step

        post_migrate.connect(roles.bring_in_line, dispatch_uid="roles")
        second_step.listen()
