"""What it takes to run the guide: counts of tries, work behind pages, back-ups, health."""

from django.apps import AppConfig


class RunningConfig(AppConfig):
    name = "readiness.running"
