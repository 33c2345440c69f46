"""The pages that the queue brings for the admin are left out: they show what jobs were given."""

from django.apps import apps
from django.conf import settings
from django.contrib import admin

if settings.POSTGRESQL:
    for model in apps.get_app_config("procrastinate").get_models():
        if admin.site.is_registered(model):
            admin.site.unregister(model)
