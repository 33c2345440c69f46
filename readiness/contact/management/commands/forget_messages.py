"""Erase what was closed half a year ago. The guide does so itself whenever somebody writes."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from readiness.contact import forgetting


class Command(BaseCommand):
    help = "Erases messages and lessons that were closed half a year ago or longer."

    def handle(self, *args, **options):
        self.stdout.write(f"{forgetting.forget(at=timezone.now())} erased.")
