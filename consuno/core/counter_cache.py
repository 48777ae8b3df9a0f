"""Django's cache, for the libraries that count in one (django-allauth: limits, used codes): our table of counters.

Unlike Django's own table it drops nothing that has not ended, keeps no address and no pickle (who could write a
pickle into the database would run what they like here), and `add` is atomic.
"""

from __future__ import annotations

import json
import math
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from consuno.core import counters

#: What is kept without an end ends after a day: these are limits and used codes, nothing else.
DAY = 86_400


class CounterCache(BaseCache):
    """A cache whose entries are counters. Values are what JSON holds."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def _seconds(self, timeout: Any) -> int:
        given = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return DAY if given is None else math.ceil(given) + 1  # never before its time

    def _name(self, key: str, version: int | None) -> str:
        return counters.named("cache", self.make_and_validate_key(key, version=version))

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep it if nobody does; of many at once exactly one is told so."""
        return counters.take(
            self._name(key, version), value=json.dumps(value), seconds=self._seconds(timeout)
        )

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Return what is kept and has not ended."""
        from consuno.core.models import Counter

        found = Counter.objects.filter(
            name=self._name(key, version), ends__gt=counters.now()
        ).first()
        return default if found is None else json.loads(found.value)

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Keep it, whatever was there."""
        from consuno.core.models import Counter

        ends = counters.now() + self._seconds(timeout)
        Counter.objects.bulk_create(
            [Counter(name=self._name(key, version), number=1, value=json.dumps(value), ends=ends)],
            update_conflicts=True, unique_fields=["name"], update_fields=["value", "ends"],
        )  # fmt: skip

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Let it end later."""
        from consuno.core.models import Counter

        ends = counters.now() + self._seconds(timeout)
        kept = Counter.objects.filter(name=self._name(key, version), ends__gt=counters.now())
        return bool(kept.update(ends=ends))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget it."""
        from consuno.core.models import Counter

        return bool(Counter.objects.filter(name=self._name(key, version)).delete()[0])

    def clear(self) -> None:
        """Forget all, counts of other hands too: for tests."""
        from consuno.core.models import Counter

        Counter.objects.all().delete()
