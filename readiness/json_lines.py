"""The log as lines of JSON, for machines that gather it. No line holds an address, a name or a token."""

import json
import logging
from datetime import UTC, datetime


class JsonLines(logging.Formatter):
    """One object a line: when, how bad, who says it, what, and the reference of the request."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; an error's traceback is in it, without the values of the variables."""
        said = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "reference": getattr(record, "reference", "-"),
        }
        if record.exc_info:
            said["traceback"] = _without_values(self.formatException(record.exc_info))
        return json.dumps(said, ensure_ascii=False)


def _without_values(traceback: str) -> str:
    """PostgreSQL tells of a row that it refused what stands in it."""
    lines = traceback.splitlines()
    return "\n".join(line for line in lines if not line.startswith("DETAIL:"))
