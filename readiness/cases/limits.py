"""How often one thing may be tried: counted in the cache, by a name and who tries it."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def allow(name: str, who: str, *, times: int, seconds: int) -> bool:
    """Count one try; False where ``who`` has used up the ``times`` within ``seconds``."""
    key = f"limit:{name}:{who}"
    if cache.add(key, 1, seconds):
        return True
    try:
        return cache.incr(key) <= times
    except ValueError:  # it ran out between the two
        cache.set(key, 1, seconds)
        return True


def address(request: HttpRequest) -> str:
    """Where the request comes from; behind a proxy, what the proxy says last."""
    if settings.BEHIND_PROXY:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
