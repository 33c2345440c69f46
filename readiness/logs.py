"""What the log may hold: never the token of a link, which would open a case."""

import logging
import re

from readiness.errors import reference

_TOKEN = re.compile(r"/(open|confirm|password/new)/[^/\s]+")


class NoTokens(logging.Filter):
    """Takes the tokens of links out of every line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; none is dropped."""
        record.msg, record.args = _TOKEN.sub(r"/\1/…", record.getMessage()), ()
        return True


class OfRequest(logging.Filter):
    """Marks every line with the reference of the request that it is about; “-” where there is none."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Mark the record; none is dropped."""
        record.reference = reference.get()
        return True
