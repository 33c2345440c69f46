"""The privacy app."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "readiness.privacy"

    def ready(self) -> None:
        """Look now and then, after a request, whether something is due."""
        from readiness.privacy import by_itself

        by_itself.listen()
