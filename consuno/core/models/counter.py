"""Counters of security: how often something was tried, and what was used up."""

from django.db import models


class Counter(models.Model):
    """One count, or one used word, until it ends. Which one it is stands in no column: `name` is a keyed hash."""

    name = models.CharField(max_length=64, primary_key=True)
    number = models.PositiveIntegerField(default=0)
    #: What a library keeps beside it (`counter_cache`), as JSON.
    value = models.TextField(blank=True, default="")
    #: Seconds since 1970, rounded up.
    ends = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return self.name[:8]
