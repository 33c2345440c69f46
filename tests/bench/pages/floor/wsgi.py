"""The door to it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.pages.floor.settings"

application = get_wsgi_application()
