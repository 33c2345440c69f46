"""The admin app, with our own site as its default."""

from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """In place of django.contrib.admin among the installed apps."""

    default_site = "readiness.accounts.site.StaffSite"
