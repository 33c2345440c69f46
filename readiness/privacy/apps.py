"""The privacy app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PrivacyConfig(AppConfig):
    name = "readiness.privacy"
    verbose_name = _("Privacy")

    def ready(self) -> None:
        """Look now and then, after a request, whether something is due."""
        from readiness.privacy import by_itself

        by_itself.listen()
