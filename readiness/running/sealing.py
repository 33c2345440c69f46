"""Sealing a file with a key, piece by piece, so that no size is too large for the memory.

Each piece is sealed (AES-256-GCM) with its place in the file, and the last one with being the last:
nobody without the key can read, change, reorder, add or cut off anything unnoticed. The key of each
file is made from the set-up's key and a salt (scrypt).
"""

import os
from collections.abc import Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MARK = b"readiness-sealed-1\n"
SALT, TAG = 16, 16  # bytes
PIECE = 1024 * 1024


class NotOpened(Exception):
    """The key is another one, or the file is not as it was sealed."""


def is_sealed(file: IO[bytes]) -> bool:
    """Whether a file begins as sealed ones do; reads nothing away."""
    begins = file.read(len(MARK))
    file.seek(0)
    return begins == MARK


def seal(plain: IO[bytes], sealed: IO[bytes], key: str) -> None:
    """Write what `plain` holds from here on, sealed."""
    salt = os.urandom(SALT)
    sealed.write(MARK + salt)
    lock = _lock(key, salt)
    for number, piece, last in _pieces(plain, PIECE):
        sealed.write(lock.encrypt(_place(number, last), piece, MARK))


def open_sealed(sealed: IO[bytes], plain: IO[bytes], key: str) -> None:
    """Write what a sealed file holds. Raises NotOpened, and then nothing of `plain` is to be used."""
    begins = sealed.read(len(MARK) + SALT)
    if not begins.startswith(MARK):
        raise NotOpened
    lock = _lock(key, begins[len(MARK) :])
    for number, piece, last in _pieces(sealed, PIECE + TAG):
        try:
            plain.write(lock.decrypt(_place(number, last), piece, MARK))
        except InvalidTag:
            raise NotOpened from None


def _lock(key: str, salt: bytes) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(key.encode()))


def _place(number: int, last: bool) -> bytes:
    """A nonce that no other piece of the file has; the key is the file's own."""
    return number.to_bytes(11) + bytes([last])


def _pieces(file: IO[bytes], size: int) -> Iterator[tuple[int, bytes, bool]]:
    """The pieces of a file with their numbers, and whether each is the last; at least one."""
    number, piece = 0, file.read(size)
    while True:
        following = file.read(size)
        yield number, piece, not following
        if not following:
            return
        number, piece = number + 1, following
