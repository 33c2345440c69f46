"""The review desk: where consultants see what is new, what is weak and what changed."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "readiness.desk"
    verbose_name = _("The review desk")
