"""The guide's settings, for its forms need them, with the floor's middleware and pages."""

from readiness.settings import *  # noqa: F403
from readiness.settings import INSTALLED_APPS as GUIDE
from tests.bench.pages.floor.settings import MIDDLEWARE as FLOOR
from tests.bench.pages.floor.settings import TEMPLATES  # noqa: F401

INSTALLED_APPS = [*GUIDE, "formtools", "tests.bench.pages.plain"]
MIDDLEWARE = [*FLOOR, "allauth.account.middleware.AccountMiddleware"]  # it insists
ROOT_URLCONF = "tests.bench.pages.plain.pages"
