"""A key that changed, or a record that is not whole, is told to those whom it concerns, whoever did it and however.

What was seen last is kept in a file outside the database, where who writes to the database cannot make it agree.
"""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

from django.conf import settings

from consuno.core import audit, jobs, mail
from consuno.core.models import AuditSeal, Key, User
from consuno.core.vault import trust
from consuno.directory import letters, notices, policies
from consuno.directory.models import Body
from consuno.directory.queries.keys import officers_of
from consuno.directory.standing import SECRETARIATS

logger = logging.getLogger("consuno.vault")


def path() -> Path:
    """Where the fingerprints that were seen last are."""
    return Path(settings.SIGNERS).with_suffix(".seen")


@jobs.job(cron="*/10 * * * *")
def watch_keys() -> None:
    """Tell every keeper of an organisation and both Secretariats that its key is another, or is not signed."""
    seen = json.loads(path().read_text("utf-8")) if path().exists() else {}
    now = {key.owner: (key, trust.trusted(key)) for key in trust.all_current()}
    for code, (key, good) in now.items():
        known = seen.get(code)
        if known is None and not good:
            continue  # being set up: nobody can seal to it, and who must sign was told
        if known != [key.fingerprint, good]:
            _tell(code, key, alarm=known is not None and not good)
            seen[code] = [key.fingerprint, good]
    for code in sorted(set(seen) - set(now)):
        logger.error("vault: an organisation's key is gone from the table: %s", code)
        del seen[code]
    _write(seen)


@jobs.job(cron="29 4 * * *")
def watch_record() -> None:
    """Each night: is the record of acts as it was written? If not, both Secretariats are told, and the log."""
    try:
        audit.verify()
    except audit.BrokenChainError as error:
        logger.error("the record of acts is not whole: %s", error)
        last = AuditSeal.objects.latest("number")
        people = officers_of(*SECRETARIATS)
        notices.record_broken.tell(people, about=last)
        for each in people if mail.configured() else []:
            letters.record_alarm.post(each)


def _tell(code: str, key: Key, *, alarm: bool) -> None:
    body = Body.objects.filter(code=code).first()
    keepers = [each.user for each in policies.keepers(body)] if body else []
    people: list[User] = list(dict.fromkeys([*keepers, *officers_of(*SECRETARIATS)]))
    notices.key_changed.tell(people, about=key)
    if alarm:
        logger.error("vault: a key in use is not signed by those who must: %s", code)
        for each in people if mail.configured() else []:
            letters.key_alarm.post(each)


def _write(seen: dict[str, list[object]]) -> None:
    draft = path().with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(seen, indent=1), "utf-8")
    draft.chmod(0o600)
    draft.replace(path())
