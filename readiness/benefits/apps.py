from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BenefitsConfig(AppConfig):
    name = "readiness.benefits"
    verbose_name = _("What became of the benefits")
