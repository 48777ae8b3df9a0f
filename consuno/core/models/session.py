"""Sessions: where a person is signed in."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from consuno.core import clock


class Session(AbstractBaseSession):
    """One browser. The key is a hash: who reads this table cannot sit down in anybody's session.

    No address of the network is kept, and of the browser only its family in words.
    """

    session_key = models.CharField(max_length=64, primary_key=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="sessions"
    )
    device = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now)

    @classmethod
    def get_session_store_class(cls) -> Any:
        """Return the store that writes these rows: the engine that the settings name."""
        return import_module(settings.SESSION_ENGINE).SessionStore
