import pytest
from django.conf import settings

from readiness.reports import fonts


@pytest.fixture(scope="session", autouse=True)
def _fonts():
    """The real fonts, made once and kept between runs, as at set-up."""
    fonts.make(settings.FONTS)
