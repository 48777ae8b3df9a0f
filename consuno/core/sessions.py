"""Sessions kept under a hash of their key, that end by rest and by age.

How long each person may rest is said by the rooms (registry.session_limits).
"""

from __future__ import annotations

import datetime
import hashlib
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from consuno.core import clock, jobs
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

    #: It took a key and has no row yet.
    _rowless = False

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

    def take_key(self) -> None:
        """Give a session without a row its key now, for what depends on it; the row is made once, at the end."""
        self._get_session()  # type: ignore[attr-defined]  # as it is, before it has a key
        self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
        self._rowless = self.modified = True

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 (as Django's)
        """Keep it; the first time under a key that it took, as a new row."""
        super().save(must_create=must_create or self._rowless)
        self._rowless = False

    def delete(self, session_key: str | None = None) -> None:
        """End a session: its cookie opens nothing from now on."""
        Session.objects.filter(session_key=hashed(session_key or self.session_key)).delete()


def renew(session: SessionBase) -> None:
    """Go on under a new key. A session without a row gets its row once, at the end, with what it then holds."""
    if isinstance(session, SessionStore) and not session.session_key:
        session.take_key()
    else:
        session.cycle_key()


def of(user: User) -> list[Session]:
    """Return where this person is signed in, the last used first."""
    return list(user.sessions.filter(expire_date__gt=clock.now()).order_by("-seen_at"))


@jobs.job(cron="17 3 * * *")
def forget_ended() -> None:
    """Take away the rows of sessions that ended by themselves."""
    Session.objects.filter(expire_date__lt=clock.now()).delete()
