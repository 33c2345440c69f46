"""How often one thing may be tried: counted by a name and who tries it."""

from ipaddress import IPv6Address, IPv6Network

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from readiness.running import tries


def allow(name: str, who: str, *, times: int, seconds: int) -> bool:
    """Count one try; False where ``who`` has used up the ``times`` within ``seconds``."""
    return tries.one_more(f"{name}:{who}", seconds=seconds, at=timezone.now()) <= times


def address(request: HttpRequest) -> str:
    """Where the request comes from; behind a proxy, what the proxy says last. Of the newer, longer
    addresses the first half: a household has all those that begin with it."""
    said = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        said = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        whole = IPv6Address(said)
    except ValueError:  # an address of the older kind
        return said
    if whole.ipv4_mapped:
        return str(whole.ipv4_mapped)
    return str(IPv6Network((int(whole) >> 64 << 64, 64)))
