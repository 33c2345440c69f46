"""Ask the guide on this machine whether it is up (`python -m readiness.probe ready`): ends with an
error where it is not. For what watches a container, which knows only commands."""

import os
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit


def main(page: str) -> int:
    """0 where the page answers well, 1 otherwise."""
    line = HTTPConnection("127.0.0.1", int(os.environ.get("PORT", "8000")), timeout=8)
    host = urlsplit(os.environ.get("PUBLIC_URL", "http://127.0.0.1")).netloc
    try:
        line.request("GET", f"/{page}", headers={"Host": host})
        return 0 if line.getresponse().status == 200 else 1
    except OSError:
        return 1
    finally:
        line.close()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
