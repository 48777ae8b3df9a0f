"""Who signs in. What they may do comes from their memberships, kept by the directory."""

from typing import ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from consuno.core import clock


class UserManager(BaseUserManager["User"]):
    """Make users by mail address, the one name they sign in with."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        """Return a saved user; without a password nobody can sign in as them."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person with an account."""

    class Digest(models.TextChoices):
        DAILY = "daily", _("cada día en que haya algo")
        WEEKLY = "weekly", _("los lunes, si hay algo")
        NEVER = "never", _("nunca: los leo en las páginas")

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    #: In which letters are written: the one last chosen on the pages.
    language = models.CharField(max_length=2, choices=settings.LANGUAGES, default="es")
    #: How often a letter says that there are notices to read.
    digest = models.CharField(max_length=6, choices=Digest.choices, default=Digest.DAILY)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=clock.now)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name
