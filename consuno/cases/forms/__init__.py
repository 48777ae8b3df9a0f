"""What whoever reports types. One thing only has to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consuno.cases.models import Recipient
from consuno.cases.policies import LONGEST
from consuno.cases.vocabulary import CATEGORIES, CHILDREN, PERSONS, WAYS
from consuno.core import primitives
from consuno.core.acting import Form
from consuno.core.models.vault import random_id
from consuno.directory.models import Body


class Line(forms.CharField):
    """A short answer that may stay empty."""

    def __init__(self, label: Any, **more: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "off"})
        super().__init__(label=label, required=False, max_length=200, widget=widget, **more)


class ComplaintForm(Form):
    """What happened, and what the reporter wants to say of themselves."""

    category = forms.ChoiceField(label=_("Qué pasa"), choices=CATEGORIES, required=False)
    person = forms.ChoiceField(
        label=_("A quién"), choices=PERSONS, required=False, widget=forms.RadioSelect
    )
    child = forms.ChoiceField(
        label=_("¿Tiene menos de 18 años?"),
        choices=CHILDREN,
        required=False,
        widget=forms.RadioSelect,
    )
    what = forms.CharField(
        label=_("Qué pasó"), required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        help_text=_("Con sus palabras. Puede ser corto. Es lo único que hace falta."),
    )  # fmt: skip
    where = Line(_("Dónde"))
    when = Line(_("Cuándo"))
    name = Line(_("Su nombre"), help_text=_("Solo si quiere."))
    contact = Line(
        _("Cómo hablarle sin peligro"),
        help_text=_(
            "Solo si quiere: un número y una hora. También puede volver aquí con su recibo."
        ),
    )

    way = forms.ChoiceField(
        label=_("Cómo se lo contaron"), choices=WAYS, required=False, widget=forms.RadioSelect
    )

    #: What is sealed apart: it may stay behind when the rest is handed over.
    IDENTITY = ("name", "contact")

    def __init__(self, *args: Any, for_another: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_another:
            del self.fields["way"]
        for each in self.fields.values():
            each.needed = True  # type: ignore[attr-defined] # none says "if there is one": all may stay empty

    def values(self) -> dict[str, Any]:
        """What happened, and who says it."""
        given = {name: str(value) for name, value in self.cleaned_data.items() if value}
        return {
            "narrative": {n: value for n, value in given.items() if n not in self.IDENTITY},
            "identity": {n: value for n, value in given.items() if n in self.IDENTITY},
        }


class ReceiptForm(Form):
    """The twelve words or the code."""

    receipt = forms.CharField(
        label=_("Sus doce palabras, o su código"), max_length=400,
        widget=forms.Textarea(attrs={
            "rows": 3, "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false",
        }),
        help_text=_("Bastan las primeras cuatro letras de cada palabra."),
    )  # fmt: skip


class Said(Form):
    """Words that somebody sends: pressed twice, they are sent once."""

    text: forms.CharField
    once = forms.CharField(
        required=False, max_length=32, widget=forms.HiddenInput, initial=random_id
    )

    def values(self) -> dict[str, Any]:
        """What is sent, with the mark of its press; other words from the same page have another."""
        given = dict(self.cleaned_data)
        once, text = given.pop("once"), given["text"]
        press = primitives.tag(once.encode(), text.encode()).hex()[:32] if once else ""
        return given | {"press": press}


class MessageForm(Said):
    """Something more, to one of those that read the report or to all of them."""

    ALL = "todas"
    to = forms.ChoiceField(label=_("A quién escribe"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Su mensaje"), max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, recipients: Sequence[Recipient], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._recipients = {each.name: each for each in recipients}
        if len(recipients) < 2:
            del self.fields["to"]
            return
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (so it is declared)
        field.choices = [
            *((each.name, str(each.body.name)) for each in recipients if each.state != each.State.CLOSED),
            (self.ALL, _("Todas las que la leen")),
        ]  # fmt: skip

    def values(self) -> dict[str, Any]:
        """What is sent, and to whom."""
        return super().values() | {"to": self._recipient()}

    def _recipient(self) -> Recipient | None:
        """To whom; None for all."""
        return self._recipients.get(self.cleaned_data.get("to", ""))


class ReplyForm(Said):
    """To the reporter: an answer or a question."""

    text = forms.CharField(
        label=_("Mensaje para quien denuncia"), max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )  # fmt: skip
    asks = forms.BooleanField(label=_("Es una pregunta: espera su respuesta"), required=False)
    #: The reporter's last message on the page from which it is sent.
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class NoteForm(Said):
    """For one's own organisation."""

    text = forms.CharField(
        label=_("Nota interna"), max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("La lee solo su organización; quien denuncia no la ve."),
    )  # fmt: skip


class HandOverForm(Form):
    """To whom, and why: the reporter reads it."""

    to = forms.ChoiceField(label=_("A qué organización"))
    reason = forms.CharField(
        label=_("Por qué le conviene"), max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
        help_text=_("Lo lee quien denuncia, y decide."),
    )  # fmt: skip

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        to.choices = [("", "—"), *choices]

    def values(self) -> dict[str, Any]:
        """The organisation itself, and why."""
        data = self.cleaned_data
        return {"to": Body.objects.get(code=data["to"]), "reason": data["reason"]}
