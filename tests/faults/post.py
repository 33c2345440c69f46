"""The mail server of the fault test: a real one, that now and then refuses or hangs up."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

from tests.faults.machines import free_port

STAFF = "A mail of staff"  # how the subjects of those begin, which are tried once


@dataclass(frozen=True)
class Letter:
    """A mail that was taken."""

    to: str
    subject: str
    text: str


class Post:
    """Takes mails. Says of some “not now”, and of some takes leave before it says that it has them."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.turned_away = self.hung_up = self._came = 0

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=default)
        letter = Letter(envelope.rcpt_tos[0], str(mail["Subject"]), mail.get_content())
        self._came += not letter.subject.startswith(STAFF)
        if not letter.subject.startswith(STAFF) and self._came % 5 == 0:
            self.turned_away += 1
            return "451 Not now"
        self.letters.append(letter)
        if not letter.subject.startswith(STAFF) and self._came % 7 == 0:
            self.hung_up += 1
            server.transport.abort()
        return "250 OK"

    def link_for(self, to: str) -> str:
        """The path of the newest link that somebody was sent; “” where nothing came yet."""
        for letter in reversed(self.letters):
            if letter.to == to and (
                found := re.search(r"http://[^/\s]+(/confirm/\S+)", letter.text)
            ):
                return found[1]
        return ""


@contextmanager
def office() -> Iterator[tuple[Post, dict[str, str]]]:
    """A mail server that is up, and the settings that name it."""
    post, port = Post(), free_port()
    server = Controller(post, hostname="127.0.0.1", port=port)
    server.start()
    try:
        yield post, {"MAIL_HOST": "127.0.0.1", "MAIL_PORT": str(port), "MAIL_TLS": "no"}
    finally:
        server.stop()
