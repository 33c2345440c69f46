"""What a set-up that others use must say about itself before it is put to use."""

from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def who_runs_it_is_named(**_kwargs: object) -> list[checks.CheckMessage]:
    """Warn where the privacy notice cannot name who is responsible, as the law asks (UK GDPR,
    article 13)."""
    missing = [name for name in ("OPERATOR", "HOSTED_IN") if not getattr(settings, name)]
    return [
        checks.Warning(
            f"{name} is not set, so the privacy notice has a gap.",
            hint="docs/settings.md says what it should hold.",
            id=f"legal.{name.lower()}",
        )
        for name in missing
    ]
