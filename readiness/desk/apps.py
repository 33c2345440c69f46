"""The review desk: where consultants see what is new, what is weak and what changed."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "readiness.desk"
