"""Forms of the directory. They read what people type; the rules are in the policies."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from typing import Any

from django import forms
from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from consuno.core import clock
from consuno.core.acting import Form
from consuno.core.bilingual import Bilingual
from consuno.core.fields import DayField
from consuno.core.models import User
from consuno.core.policy import allowed
from consuno.core.vocabularies import choices
from consuno.directory import policies
from consuno.directory.models import Body, Country, Membership, Seat
from consuno.directory.roles import duties_of

#: Countries of the Conference whose institutions write in English.
ENGLISH = ("BZ", "CA", "US")


class InvitationForm(Form):
    """Whom to invite, and as what."""

    email = forms.EmailField(
        max_length=254,
        label=_("Correo electrónico"),
        help_text=_("El suyo propio, no uno que varias personas lean."),
    )
    role = forms.ChoiceField(label=_("Función"), widget=forms.RadioSelect)
    language = forms.ChoiceField(label=_("Idioma de la carta"), choices=settings.LANGUAGES)
    ends = DayField(label=_("Hasta qué día"), required=False)
    instrument = forms.CharField(
        label=_("Documento que lo dispone"), required=False, max_length=200,
        help_text=_("Oficio, nota o acuerdo, con su fecha; sobre todo si la persona es de otra institución."),
    )  # fmt: skip

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


class AcceptanceForm(Form):
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


class ChangeForm(Form):
    """What every change of a body says: since when, and where it is written."""

    on = DayField(label=_("Desde qué día"))
    source = forms.CharField(
        label=_("Fuente"), max_length=200,
        help_text=_("Dónde consta: el decreto, la nota o la página oficial, con su fecha."),
    )  # fmt: skip

    def clean_on(self) -> datetime.date:
        """A change is recorded once it has happened."""
        on: datetime.date = self.cleaned_data["on"]
        if on > clock.today():
            raise forms.ValidationError(_("Ese día todavía no ha llegado."))
        return on


class NamesForm(ChangeForm):
    """A name and a short name, in both languages; English may wait."""

    name_es = forms.CharField(label=_("Nombre"), max_length=200)
    short_es = forms.CharField(label=_("Sigla"), max_length=40)
    name_en = forms.CharField(label=_("Nombre en inglés"), max_length=200, required=False)
    short_en = forms.CharField(label=_("Sigla en inglés"), max_length=40, required=False)
    field_order: tuple[str, ...] = ("name_es", "short_es", "name_en", "short_en", "on", "source")

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = dict(self.cleaned_data)
        return {
            "name": Bilingual(data.pop("name_es"), data.pop("name_en")),
            "short": Bilingual(data.pop("short_es"), data.pop("short_en")),
            **data,
        }


class NewBodyForm(NamesForm):
    """A body that is not in the directory yet."""

    kind = forms.ChoiceField(
        label=_("Qué es"),
        choices=[
            (kind.value, kind.label)
            for kind in (
                Body.Kind.ORGANISATION, Body.Kind.MINISTRY, Body.Kind.MIGRATION, Body.Kind.FOREIGN,
                Body.Kind.PROSECUTION, Body.Kind.CHILDREN, Body.Kind.COUNCIL, Body.Kind.NETWORK,
                Body.Kind.ORGAN, Body.Kind.OBSERVER,
            )
        ],
    )  # fmt: skip
    country = forms.ModelChoiceField(
        label=_("País"), queryset=Country.objects.all(), required=False,
        empty_label=_("de varios países"),
    )  # fmt: skip
    civil_society = forms.BooleanField(label=_("Es de la sociedad civil"), required=False)
    field_order = (*NamesForm.field_order[:4], "kind", "country", "civil_society", "on", "source")


class MergeForm(ChangeForm):
    """Which body takes the place of this one."""

    into = forms.ModelChoiceField(
        label=_("Ahora es"), queryset=Body.objects.filter(closed_on=None),
        help_text=_("Sus personas actuarán por ella, y lo que debía se encuentra también en ella."),
    )  # fmt: skip
    field_order = ("into", "on", "source")


class MandateForm(ChangeForm):
    """Which country holds the office."""

    holder = forms.ModelChoiceField(label=_("La ejerce"), queryset=Country.objects.all())
    field_order = ("holder", "on", "source")

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        data = dict(self.cleaned_data)
        return {"starts": data.pop("on"), **data}


class SuccessorForm(Form):
    """Who takes over what a person leaves."""

    to = forms.ModelChoiceField(
        label=_("Quién lo sigue"), queryset=User.objects.none(), required=False,
        empty_label=_("nadie"),
        help_text=_("Recibe también sus funciones, salvo la administración."),
    )  # fmt: skip

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = Membership.objects.current().filter(body=membership.body)
        colleagues = User.objects.filter(memberships__in=here).exclude(pk=membership.user_id)
        field: Any = self.fields["to"]
        field.queryset = colleagues.distinct().order_by("name")

    def values(self) -> dict[str, Any]:
        """Return the arguments of the action."""
        return {"successor": self.cleaned_data["to"]}


class BasisForm(Form):
    """The rule that makes a body competent, and where it is written."""

    law = forms.CharField(
        label=_("Ley"), max_length=200, help_text=_("Su nombre y número, como se publicó.")
    )
    article = forms.CharField(
        label=_("Artículo"), max_length=40, required=False,
        help_text=_("Vacío si no lo sabe con certeza."),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Fuente"), max_length=300, help_text=_("El diario oficial o la página oficial.")
    )
    on = DayField(label=_("Fecha de la fuente"))


class CompetenceForm(Form):
    """A body, the matter it is competent for, and where that is written."""

    body = forms.ModelChoiceField(label=_("Institución"), queryset=Body.objects.none())
    matter = forms.ChoiceField(label=_("Asunto"))
    note = forms.CharField(
        label=_("Qué hace en él"), required=False, max_length=200,
        help_text=_("Si no es evidente: «resuelve la apelación», «solo menores de edad»."),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Fuente"), max_length=300,
        help_text=_("La ley, el decreto o la página oficial que lo dice."),
    )  # fmt: skip
    on = DayField(label=_("Fecha de la fuente"))

    def __init__(self, bodies: list[Body], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body: Any = self.fields["body"]
        body.queryset = Body.objects.filter(pk__in=[each.pk for each in bodies])
        matter: Any = self.fields["matter"]
        matter.choices = choices("matters")


class ContactForm(Form):
    """Where a body is reached: the institution's, not a person's."""

    email = forms.EmailField(
        label=_("Correo de la institución"), max_length=254, required=False,
        help_text=_("El buzón que lee la oficina, no el de una persona."),
    )  # fmt: skip
    phone = forms.CharField(label=_("Teléfono"), required=False, max_length=60)
    web = forms.URLField(label=_("Página"), max_length=200, required=False, assume_scheme="https")
    hours = forms.CharField(label=_("Horario"), required=False, max_length=120)
    source = forms.CharField(
        label=_("Fuente"), max_length=300,
        help_text=_("La página oficial o la nota que lo dice."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """At least one way to reach it."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(data.get(name) for name in ("email", "phone", "web")):
            raise forms.ValidationError(_("Escriba al menos un correo, un teléfono o una página."))
        return data


class SeatTextForm(Form):
    """The name of a seat and where it is written."""

    title = forms.CharField(label=_("Qué asiento"), max_length=120)
    source = forms.CharField(
        label=_("Fuente"), max_length=300,
        help_text=_("La ley, el decreto o la página oficial que lo dice."),
    )  # fmt: skip
    on = DayField(label=_("Fecha de la fuente"))

    def __init__(self, seat: Seat, data: Any = None) -> None:
        # Of some sources only the year is known: that is no day to begin with.
        on = datetime.date.fromisoformat(seat.as_of) if len(seat.as_of) == 10 else None
        super().__init__(data, initial={"title": seat.title, "source": seat.source, "on": on})


class SeatForm(Form):
    """A seat of civil society in a national body, or that it has none."""

    national = forms.ModelChoiceField(label=_("Institución"), queryset=Body.objects.none())
    title = forms.CharField(
        label=_("Qué asiento"), max_length=120,
        help_text=_("Como lo nombra la norma: «representante de organizaciones sociales»."),
    )  # fmt: skip
    exists = forms.TypedChoiceField(
        label=_("Según la fuente"), choices=[("1", _("hay ese asiento")), ("0", _("no lo hay"))],
        coerce=lambda value: value == "1",
    )  # fmt: skip
    holder = forms.ModelChoiceField(
        label=_("Quién lo ocupa"), queryset=Body.objects.none(), required=False,
        empty_label=_("nadie"),
    )  # fmt: skip
    source = forms.CharField(
        label=_("Fuente"), max_length=300,
        help_text=_("La ley, el decreto o la página oficial que lo dice."),
    )  # fmt: skip
    on = DayField(label=_("Fecha de la fuente"))

    def __init__(
        self, country: Country, *args: Any, only: Collection[int] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        here = Body.objects.filter(country=country, closed_on=None)
        national: Any = self.fields["national"]
        national.queryset = here.filter(civil_society=False).exclude(kind=Body.Kind.COUNTRY)
        holder: Any = self.fields["holder"]
        shown = [body.pk for body in here.filter(civil_society=True) if body.shown]
        if only is not None:  # an organisation writes the seat that it has itself
            shown = list(only)
            holder.required, holder.empty_label = True, None
            exists: Any = self.fields["exists"]
            exists.choices = exists.choices[:1]
        holder.queryset = Body.objects.filter(pk__in=shown)


class DoubtForm(Form):
    """What is not right, and how it is."""

    text = forms.CharField(
        label=_("Qué no es correcto, y cómo es"), max_length=1000,
        help_text=_("Lo lee quien mantiene este dato, nadie más. No escriba nombres ni datos de personas."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class ValidationForm(Form):
    """Until when the country's word counts."""

    until = DayField(label=_("Vale hasta"), required=False)
