"""What opens a vault. Nothing typed here is ever shown again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from consuno.core.acting import Form
from consuno.core.models import User

#: Characters (ASVS 6.2.1, 6.2.9).
LEAST, MOST = 15, 128


class Words(forms.CharField):
    """A passphrase as typed: spaces count."""

    def __init__(self, label: Any, **more: Any) -> None:
        completes = more.pop("completes", "new-password")
        widget = forms.PasswordInput(attrs={"autocomplete": completes})
        super().__init__(label=label, strip=False, max_length=MOST, widget=widget, **more)


class UnlockForm(Form):
    """The words that open one's vault."""

    passphrase = Words(_("Frase de su bóveda"), completes="off")


class PassphraseForm(Form):
    """New words, twice."""

    passphrase = Words(
        _("Frase de su bóveda"), min_length=LEAST,
        help_text=_("Cuatro o cinco palabras que no se digan juntas, por ejemplo. Al menos 15 caracteres; "
                    "distinta de su contraseña."),
    )  # fmt: skip
    again = Words(_("Otra vez"))

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_passphrase(self) -> str:
        """Not a common one, not made of the words of this work, and not the password."""
        given = str(self.cleaned_data["passphrase"])
        validate_password(given, self.person)
        if self.person.check_password(given):
            raise ValidationError(_("Es su contraseña: la bóveda se abre con otra cosa."))
        return given

    def clean(self) -> dict[str, Any]:
        """Twice the same."""
        given = super().clean() or {}
        if "passphrase" in given and "again" in given and given["passphrase"] != given["again"]:
            self.add_error("again", _("No es igual a la primera."))
        return given


class ChangeForm(PassphraseForm):
    """The words of today and the new ones."""

    old = Words(_("La frase de hoy"), completes="off")
    field_order = ("old", "passphrase", "again")
