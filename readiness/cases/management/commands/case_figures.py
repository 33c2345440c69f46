"""Print the figures of one case."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from readiness.business_case import as_json
from readiness.cases import sums
from readiness.cases.answers import Answers
from readiness.cases.management import case_of
from readiness.cases.verdict import ruling


class Command(BaseCommand):
    help = "Prints the figures of the case with this reference as JSON, and its verdict."

    def add_arguments(self, parser):
        parser.add_argument("reference")

    def handle(self, *args, reference: str, **options):
        answers = Answers.of(case_of(reference))
        missing = sums.missing_for_figures(answers.applying, answers.later)
        facts = answers.facts(timezone.localdate())
        if missing or facts.figures is None:
            raise CommandError("These steps are missing or put off: " + ", ".join(missing))
        found = {**as_json(facts.figures), "verdict": ruling(facts)}
        self.stdout.write(json.dumps(found, indent=2))
