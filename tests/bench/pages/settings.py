"""The guide's settings, and what the floor keeps beside it: for whoever fills the database."""

from readiness.settings import *  # noqa: F403
from readiness.settings import INSTALLED_APPS as GUIDE

INSTALLED_APPS = [*GUIDE, "tests.bench.pages.floor"]
