from django.apps import AppConfig


class LegalConfig(AppConfig):
    name = "readiness.legal"

    def ready(self) -> None:
        from readiness.legal import checks  # noqa: F401  # registers itself
