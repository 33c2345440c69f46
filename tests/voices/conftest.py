import pytest

from tests.voices import asked


@pytest.fixture
def asking(alice):
    """A round that Alice opened in her case."""
    return asked.opens(alice)


@pytest.fixture
def as_counted(monkeypatch):
    asked.as_counted(monkeypatch)
