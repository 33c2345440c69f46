"""What a server loads when it starts: nothing heavy that only some pages need."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Each takes a tenth of a second or more, or many megabytes of every worker's memory.
HEAVY = {"weasyprint", "pydyf", "fontTools", "docx", "openpyxl", "lxml", "PIL", "pyphen"}
LOADED = """
import json, sys
import readiness.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


def test_a_server_loads_nothing_heavy_before_somebody_asks_for_it():
    started = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, check=True, text=True
    )
    loaded = set(json.loads(started.stdout))
    assert "django" in loaded
    assert loaded & HEAVY == set()
