"""How mails are handed to a mail server: the only file that knows SMTP.

A mail goes out once, so what matters of a failure is whether the server may have taken the mail.
"""

import smtplib
from contextlib import suppress

from django.core.mail.backends.smtp import EmailBackend

NEVER = 500  # from here on a server's answers mean that another try will do no better


class Unsure(Exception):
    """The line broke after the words of a mail had gone out: the server may have taken it."""


class Talk(smtplib.SMTP):
    """A talk with a mail server in which it is known whether the words of a mail have gone out."""

    said = False

    def send(self, s) -> None:
        """As the library has it. Of all that is sent, the words of a mail alone are bytes."""
        super().send(s)
        self.said = isinstance(s, bytes)

    def data(self, msg):
        """Hand over the words of a mail. Raises Unsure."""
        try:
            return super().data(msg)
        except smtplib.SMTPServerDisconnected as broken:
            if self.said:
                raise Unsure from broken
            raise

    def quit(self):
        """Take leave. What has been taken stays taken, however the talk ends."""
        with suppress(smtplib.SMTPException, OSError):
            return super().quit()
        return self.close()


class Server(EmailBackend):
    """Django's way to a mail server, by a talk of ours."""

    connection_class = Talk

    def open(self):
        """As Django has it, but that a talk which fails to begin is ended."""
        try:
            return super().open()
        except OSError:
            self.close()
            raise


def is_final(failure: Exception) -> bool:
    """Whether a server said of the address that it takes no mail there, now or later."""
    if not isinstance(failure, smtplib.SMTPRecipientsRefused):
        return False
    return all(code >= NEVER for code, _said in failure.recipients.values())


def in_brief(failure: Exception) -> str:
    """A failure for the log: its kind and the server's code, and no address."""
    return f"{type(failure).__name__} {getattr(failure, 'smtp_code', '')}".strip()
