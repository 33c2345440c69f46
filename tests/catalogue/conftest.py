"""Content to test with: that of the fixtures, and a small folder of its own."""

from pathlib import Path

import pytest
import yaml
from django.conf import settings

from readiness.catalogue.fixtures import KIND_BY_NAME
from readiness.catalogue.models import KINDS, Avenue, ContentVersion, Loaded, ProductWord


@pytest.fixture(scope="session")
def entries():
    """Every entry of the fixtures as they stand, not saved: its file's name and the entry."""
    return [
        (path.name, KIND_BY_NAME[node["model"]](**node["fields"]))
        for path in sorted(settings.FIXTURES.glob("*.yaml"))
        if not path.name.startswith("demo")
        for node in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


@pytest.fixture(scope="session")
def of_kind(entries):
    """The entries of a kind by slug, in catalogue order."""
    return lambda kind: {entry.slug: entry for _, entry in entries if isinstance(entry, kind)}


@pytest.fixture(scope="session")
def avenues(of_kind):
    return list(of_kind(Avenue).values())


@pytest.fixture(scope="session")
def product_words(of_kind):
    return list(of_kind(ProductWord).values())


@pytest.fixture
def no_content(db):
    """A database with no content in it, whatever was loaded before."""
    for model in (*KINDS, Loaded, ContentVersion):
        rows = model.objects.all()
        rows._raw_delete(rows.db)  # one statement: nobody asks here for a history of it


class Folder:
    """A folder of fixtures that a test can change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sentences = [
            {
                "slug": "nothing-saved",
                "kind": "null",
                "about": "hours",
                "text": "No time is saved.",
            },
            {"slug": "all-well", "kind": "headline", "text": "It gives back {hours}."},
        ]
        self.checks = [
            {
                "slug": "no-budget",
                "title": "No budget has been given",
                "severity": "note",
                "why_it_matters": "Nobody can say if you can afford it.",
                "what_to_do": "Ask finance for the most you could spend.",
                "step": "cost-assumptions",
            }
        ]
        self.evidence = [
            {
                "slug": "trial-of-alarms",
                "reviewed_on": "2026-11-24",
                "claim": "A trial of alarms found no difference.",
                "year": None,
                "source_title": "A trial of alarms",
                "publisher": "A journal",
                "url": "https://example.org/trial",
                "kind": "statistic",
                "stance": "against",
                "source_independence": "peer-reviewed",
                "confidence": "high",
                "avenues": [],
                "anxieties": [],
                "principles": [],
            }
        ]

    def write(self) -> Path:
        for name, model in (("sentences", "sentence"), ("checks", "check"), ("evidence",) * 2):
            nodes = [{"model": f"catalogue.{model}", "fields": f} for f in getattr(self, name)]
            (self.path / f"{name}.yaml").write_text(yaml.safe_dump(nodes), encoding="utf-8")
        return self.path


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)
