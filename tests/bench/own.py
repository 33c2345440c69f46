"""WeasyPrint alone in a warm process: reads pages from standard input, says what each has cost.

Each is a line of JSON; the answer is the seconds of the processor. It has the options of ours, the
same fonts and one fetcher, and neither limits nor a finisher.
"""

import json
import sys
import time

from weasyprint import HTML
from weasyprint.urls import URLFetcher

nothing = URLFetcher(allowed_protocols=(), allow_redirects=False)
for line in sys.stdin:
    html = json.loads(line)
    before = time.process_time()
    HTML(string=html, base_url=None, url_fetcher=nothing).write_pdf(
        pdf_variant="pdf/ua-1", presentational_hints=False
    )
    print(time.process_time() - before, flush=True)  # noqa: T201
