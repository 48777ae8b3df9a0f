"""Forms of the directory. They read what people type; the rules are in the policies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from consuno.core.fields import DayField
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.directory import policies
from consuno.directory.models import Body
from consuno.directory.roles import duties_of

#: Countries of the Conference whose institutions write in English.
ENGLISH = ("BZ", "CA", "US")


class InvitationForm(forms.Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(
        label=_("Correo electrónico"),
        help_text=_("El suyo propio, no uno que varias personas lean."),
    )
    role = forms.ChoiceField(label=_("Función"), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Idioma de la carta"), choices=settings.LANGUAGES)
    ends = DayField(label=_("Hasta qué día"), required=False)

    def __init__(self, *args: Any, body: Body, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        role: Any = self.fields["role"]
        role.choices = [
            (
                duty.role.value,
                format_html(
                    "<span>{}</span><small>{} {}</small>", duty.role.label, duty.does, duty.does_not
                ),
            )
            for duty in duties_of(body)
            if allowed(policies.may_invite_as, by, body, duty.role)
        ]
        role.initial = role.choices[-1][0] if role.choices else None
        self.fields["language"].initial = "en" if body.country_id in ENGLISH else "es"


class AcceptanceForm(forms.Form):
    """The name and the password of a person who has no account yet."""

    name = forms.CharField(
        label=_("Su nombre"), max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    password = forms.CharField(
        label=_("Contraseña"), strip=False,
        help_text=_("Al menos doce letras. Tres o cuatro palabras sin relación se recuerdan bien."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def __init__(self, *args: Any, new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not new:  # whoever is signed in only presses the button
            self.fields.clear()
