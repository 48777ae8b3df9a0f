"""Is this the document that was published? For anybody who got one by mail or on paper with its hash."""

from __future__ import annotations

import hashlib
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from consuno.core import published
from consuno.core.acting import Form
from consuno.core.fields import UploadField


class VerifyForm(Form):
    """A file, or the hash of one."""

    file = UploadField(
        required=False, help_text=_("Tal como lo recibió, sin abrirlo ni guardarlo de nuevo. Hasta 10 MB; aquí "
                                    "no se guarda."),
    )  # fmt: skip
    sha256 = forms.CharField(
        label=_("O su resumen SHA-256"), required=False, max_length=200,
        help_text=_("Las 64 cifras y letras que acompañan al documento."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not data.get("file") and not data.get("sha256"):
            raise forms.ValidationError(_("Elija un archivo, o pegue su resumen."))
        return data

    def clean_sha256(self) -> str:
        """The hash alone, whatever was pasted around it."""
        said = self.cleaned_data["sha256"].lower()
        found = published.HASH.search(said)
        if said.strip() and not found:
            raise forms.ValidationError(
                _("Un resumen SHA-256 tiene 64 cifras y letras de la a a la f.")
            )
        return found[0] if found else ""


def verify(request: HttpRequest) -> HttpResponse:
    """Say what it is. Of what one may not read, nothing is said: it is as unknown."""
    form = VerifyForm(*(request.POST, request.FILES) if request.method == "POST" else ())
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        upload = form.cleaned_data["file"]
        sha256 = (
            hashlib.sha256(upload.read()).hexdigest() if upload else form.cleaned_data["sha256"]
        )
        found = published.known(sha256, request.user)
        context |= {"asked": True, "sha256": sha256, "found": found}
    return render(request, "site/verify.html", context)
