"""Accounts: who may sign in. What they may do there is the directory's matter."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import password_validation
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from consuno.core import audit, counters, letters, limits, mail
from consuno.core.models import User

#: Passwords tried for one account in an hour, from wherever: far more than one network may (ACCOUNT_RATE_LIMITS).
GUESSES, HOUR = 500, 3600


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are given by an institution; nobody signs up alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse public registration."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return the name of the network instead: whatever the library counts by, it keeps no address."""
        return limits.network(request)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Count wrong passwords by account and network, so that nobody elsewhere locks a person out."""
        key: str = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{key}|{limits.network(request)}"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse what one network tries too often, and what all of them together do."""
        super().pre_authenticate(request, **credentials)
        login = str(credentials.get("email", "")).lower()
        if counters.count("sign_in", login, seconds=HOUR).number > GUESSES:
            raise self.validation_error("too_many_login_attempts")

    def send_password_reset_mail(
        self, user: AbstractBaseUser, email: str, context: dict[str, Any]
    ) -> None:
        """Queue our own letter."""
        if isinstance(user, User):
            letters.new_password.post(user)

    def send_notification_mail(
        self, template: str, user: AbstractBaseUser, *_: Any, **__: Any
    ) -> None:
        """Tell the person, by our own letter, that the way into their account changed."""
        if isinstance(user, User) and mail.configured():
            letters.way_in_changed.post(user)


@transaction.atomic
def create_account(*, email: str, name: str, by: User | None, password: str | None = None) -> User:
    """Make an account and return it.

    Raises ValidationError when the address is taken or the password is too weak. Without a
    password nobody can sign in with one.
    """
    if User.objects.filter(email__iexact=email).exists():
        raise ValidationError(_("Ya hay una cuenta con esa dirección."))
    draft = User(email=email.lower(), name=name)
    draft.clean_fields(exclude=["password"])
    if password is not None:
        password_validation.validate_password(password, draft)
    user = User.objects.create_user(email, password, name=name)
    audit.record("create_account", user, by=by)
    return user


@transaction.atomic
def open_account(*, email: str, name: str, password: str | None, by: User | None) -> User:
    """Make the account of a person who proved to hold the address, or reopen the one they had left.

    Raises ValidationError when the password is too weak.
    """
    left = User.objects.filter(email__iexact=email, is_active=False).first()
    if left is None:
        return create_account(email=email, name=name, password=password, by=by)
    left.name, left.is_active = name, True
    password_validation.validate_password(password or "", left)
    left.set_password(password)
    left.save(update_fields=["name", "is_active", "password"])
    audit.record("reopen_account", left, by=by)
    return left


@transaction.atomic
def end_sessions(*, of: User, by: User, only: str = "", but: str = "") -> int:
    """End sessions of a person: all, the one of hash `only`, or all except that of hash `but`.

    Returns how many. Whether `by` may is asked by the caller: oneself always may.
    """
    found = of.sessions.filter(session_key=only) if only else of.sessions.exclude(session_key=but)
    ended = found.delete()[0]
    audit.record("end_sessions", of, by=by, how_many=ended)
    return ended


@transaction.atomic
def choose_digest(*, digest: str, by: User) -> None:
    """Choose how often a letter tells of notices; a word that is none of the choices is ignored."""
    if digest in User.Digest.values:
        by.digest = digest
        by.save(update_fields=["digest"])
