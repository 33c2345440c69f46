"""Print the case file of one case."""

import json

from django.core.management.base import BaseCommand

from readiness.cases import case_file
from readiness.cases.management import case_of
from readiness.catalogue.contents import contents


class Command(BaseCommand):
    help = "Prints the case file of the case with this reference."

    def add_arguments(self, parser):
        parser.add_argument("reference")

    def handle(self, *args, reference: str, **options):
        case = case_of(reference)
        found = case_file.exported(case, content_version=contents().version)
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
