import pytest

from readiness.voices import tallying
from tests.voices import asked


@pytest.fixture
def asking(alice):
    """A round that Alice opened in her case."""
    return asked.opens(alice)


@pytest.fixture(autouse=True)
def _as_counted(monkeypatch):
    """Nothing is moved by chance, so that a test can say what comes out."""
    monkeypatch.setattr(tallying, "_failures", lambda: 0)
