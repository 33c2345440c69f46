"""The settings of the bench: everything that is written lies in a folder of its own."""

import os
from pathlib import Path

from readiness.settings import *  # noqa: F403
from readiness.settings import DATABASES

BENCH = Path(os.environ["BENCH"])
DATABASES["default"]["NAME"] = BENCH / "bench.sqlite3"
MEDIA_ROOT = BENCH / "media"
STATIC_ROOT = BENCH / "static"
ROOT_URLCONF = "tests.bench.urls"
