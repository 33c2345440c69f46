"""Real mail servers on this machine that refuse, hang up or ask for a password when told to."""

import datetime
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

OPTIONS = {"host": "127.0.0.1", "username": "", "password": "", "use_tls": False, "timeout": 5}


class Post:
    """What a server does with what it is handed: takes it, until told otherwise."""

    def __init__(self) -> None:
        self.taken: list = []
        self.to_address = self.to_words = "250 OK"
        self.hangs_up = ""  # at “address” or after the “words”

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.hangs_up == "address":
            server.transport.abort()
        if self.to_address.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.to_address

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.to_words.startswith("250"):
            self.taken.append(envelope)
        if self.hangs_up == "words":
            server.transport.abort()
        return self.to_words


class _AtAnyPort(Controller):
    """At whatever port is free."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(settings, post: Post, **more) -> Iterator[None]:
    """A server that is up, and named by the settings."""
    options = {name: more.pop(name) for name in [*OPTIONS] if name in more}
    controller = _AtAnyPort(post, hostname="127.0.0.1", port=0, **more)
    controller.start()
    _named(settings, controller.port, options)
    try:
        yield
    finally:
        controller.stop()


def _named(settings, port: int, options: dict | None = None) -> None:
    backend = "readiness.mail_server.Server"
    settings.MAILERS = {
        "default": {"BACKEND": backend, "OPTIONS": OPTIONS | {"port": port} | (options or {})}
    }


def nobody_there(settings) -> None:
    """A port at which nothing answers."""
    _named(settings, 9)


def knows(name: str, password: str):
    """A check of the password."""

    def check(server, session, envelope, mechanism, given):
        right = (given.login, given.password) == (name.encode(), password.encode())
        return AuthResult(success=right, handled=right)

    return check


def certificate(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """A certificate of the server's own for 127.0.0.1, and the file by which others know it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    file, secret = folder / "server.pem", folder / "key.pem"
    file.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file, secret)
    return context, file
