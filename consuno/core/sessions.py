"""Sessions kept under a hash of their key, that end by rest and by age.

How long each person may rest is said by the rooms (registry.session_limits).
"""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from consuno.core import clock, jobs, traces
from consuno.core.models import Session, User

#: Keys of the session: when it began, when it was last seen (seconds since 1970), on what.
BEGAN, SEEN, DEVICE = "began", "seen", "device"


def hashed(key: str | None) -> str:
    """Return the name under which a session is kept."""
    return hashlib.sha256((key or "").encode()).hexdigest()


def _moment(seconds: Any) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC) if seconds else clock.now()


class SessionStore(DatabaseStore):
    """As Django's, but a copy of the table opens nothing (ASVS 7.2; only the synchronous half)."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Return our own model."""
        return Session

    def _get_session_from_db(self) -> Session | None:
        found = Session.objects.filter(
            session_key=hashed(self.session_key), expire_date__gt=clock.now()
        ).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        """Say whether there is such a session."""
        return Session.objects.filter(session_key=hashed(session_key)).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Return the row of this session."""
        user = data.get(SESSION_KEY)
        return Session(
            session_key=hashed(self.session_key),
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            user_id=User._meta.pk.to_python(user) if user else None,
            device=data.get(DEVICE, ""),
            began_at=_moment(data.get(BEGAN)),
            seen_at=_moment(data.get(SEEN)),
        )

    def delete(self, session_key: str | None = None) -> None:
        """End a session: its cookie opens nothing from now on."""
        Session.objects.filter(session_key=hashed(session_key or self.session_key)).delete()
        traces.leave()


def of(user: User) -> list[Session]:
    """Return where this person is signed in, the last used first."""
    return list(user.sessions.filter(expire_date__gt=clock.now()).order_by("-seen_at"))


@jobs.job(cron="17 3 * * *")
def forget_ended() -> None:
    """Take away the rows of sessions that ended by themselves."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()
