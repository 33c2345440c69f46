"""A sealed back-up opens with its key alone, and only whole."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.running import sealing

KEY = "a key of twenty letters or more"


def sealed(plain: bytes, key: str = KEY) -> bytes:
    out = BytesIO()
    sealing.seal(BytesIO(plain), out, key)
    return out.getvalue()


def opened(body: bytes, key: str = KEY) -> bytes:
    out = BytesIO()
    sealing.open_sealed(BytesIO(body), out, key)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _small_pieces(monkeypatch):
    monkeypatch.setattr(sealing, "PIECE", 64)


@pytest.mark.parametrize("length", [0, 1, 63, 64, 65, 128, 1000])
def test_what_was_sealed_comes_out_as_it_was(length):
    plain = bytes(n % 251 for n in range(length))
    assert opened(sealed(plain)) == plain


def test_nothing_of_it_can_be_read():
    assert b"Alice" not in sealed(b"Alice " * 100)


def test_the_same_twice_is_not_the_same_file():
    assert sealed(b"same") != sealed(b"same")


def test_another_key_opens_nothing():
    with pytest.raises(sealing.NotOpened):
        opened(sealed(b"words"), key="another key of twenty letters")


BODY = sealed(b"word " * 100)


@settings(max_examples=30, deadline=None)
@given(place=st.integers(len(sealing.MARK), len(BODY) - 1), bit=st.integers(0, 7))
def test_a_changed_bit_anywhere_is_seen(place, bit):
    changed = bytearray(BODY)
    changed[place] ^= 1 << bit
    with pytest.raises(sealing.NotOpened):
        opened(bytes(changed))


@pytest.mark.parametrize("kept", [0, 19, 40, 64, 64 + 16 + 35, 2 * (64 + 16) + 35, -1])
def test_a_file_that_was_cut_off_is_seen(kept):
    with pytest.raises(sealing.NotOpened):
        opened(sealed(b"word " * 100)[:kept])


def test_pieces_in_another_order_are_seen():
    body, head, size = sealed(b"word " * 100), len(sealing.MARK) + sealing.SALT, 64 + sealing.TAG
    first, second = body[head : head + size], body[head + size : head + 2 * size]
    with pytest.raises(sealing.NotOpened):
        opened(body[:head] + second + first + body[head + 2 * size :])
