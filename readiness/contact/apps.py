from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactConfig(AppConfig):
    name = "readiness.contact"
    verbose_name = _("What people wrote to us")
