"""What all machines have to know together."""

from django.db import models


class Tries(models.Model):
    """How often one thing was tried within its time. Nobody can tell from it what or by whom."""

    key = models.CharField(max_length=64, primary_key=True)  # an HMAC
    times = models.PositiveIntegerField()
    until = models.BigIntegerField(db_index=True)  # in seconds since 1970: then the count is over

    class Meta:
        verbose_name_plural = "tries"

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.times}"
