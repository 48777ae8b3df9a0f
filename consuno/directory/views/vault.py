"""One's own vault: made, opened, closed. The passphrase is never kept, nor what was typed shown again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from consuno.core import counters
from consuno.core.addresses import wanted_next
from consuno.core.interrupted_forms import Gate
from consuno.core.middleware import person
from consuno.core.vault import locks, opening, pins
from consuno.core.vault.locks import Opened
from consuno.directory import actions, policies, queries
from consuno.directory.forms.vault import ChangeForm, PassphraseForm, UnlockForm
from consuno.directory.standing import secretariat_of
from consuno.domain import text

#: Wrong passphrases in a quarter of an hour before one has to wait.
TRIES, SECONDS = 10, 15 * 60
SECRET = sensitive_post_parameters()
#: Asks for the passphrase where the vault closed while somebody wrote.
GATE = Gate("passphrase", "vault_again", "directory/vault_closed.html")


def with_vault(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Give a view the open vault of its person; where it is closed, ask for the passphrase first.

    What was being sent when it closed is not lost: it waits in the page that asks, and goes on with the phrase.
    """

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = opening.opened(request)
        if found is not None:
            return view(request, found, *args, **kwargs)
        policies.may_have_vault(person(request))
        if request.method != "POST":
            messages.info(request, _("Su bóveda está cerrada: ábrala para seguir."))
            query = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('directory:vault')}?{query}")
        form = UnlockForm(request.POST if GATE.passed(request) else None)
        if form.is_valid() and _unlock(request, form):
            opened = opening.opened(request)
            if opened is not None:
                return view(request, opened, *args, **kwargs)
        return GATE.ask(request, form, has_vault=locks.current(person(request)))

    return SECRET(inner)


def _next(request: HttpRequest) -> str:
    return wanted_next(request) or reverse("directory:vault")


@SECRET
def vault(request: HttpRequest) -> HttpResponse:
    """Make it, open it, or see that it is open and whose keys it holds."""
    by = person(request)
    policies.may_have_vault(by)
    key = locks.current(by)
    open_now = opening.opened(request)
    form: PassphraseForm | UnlockForm | None = None
    if open_now is None:
        data = request.POST if request.method == "POST" else None
        form = UnlockForm(data) if key else PassphraseForm(data, person=by)
        if data is not None and form.is_valid() and _open(request, form):
            return redirect(_next(request))
    context = {
        "key": key, "form": form, "next": request.GET.get("next", request.POST.get("next", "")),
        "closes_at": opening.closes_at(request), "bodies": queries.keyed_bodies(by),
        "signs_for": secretariat_of(by), "pin": pins.pinned(key) if key else None,
        "demo_phrase": text("demo/passphrase.txt").strip() if settings.DEMO else "",
    }  # fmt: skip
    return render(request, "directory/vault.html", context)


def _open(request: HttpRequest, form: PassphraseForm | UnlockForm) -> bool:
    """Make or open it; what keeps it from opening is said beside the field."""
    by, passphrase = person(request), form.cleaned_data["passphrase"]
    if isinstance(form, PassphraseForm):
        opening.keep_open(request, actions.begin_vault(passphrase=passphrase, by=by))
        messages.success(request, _("Su bóveda está hecha, y abierta en este navegador."))
        return True

    return _unlock(request, form)


def _unlock(request: HttpRequest, form: UnlockForm) -> bool:
    by, passphrase = person(request), form.cleaned_data["passphrase"]

    def attempt() -> Opened:
        opened = opening.open_vault(request, by, passphrase)
        actions.renew_due(opened=opened, by=by)
        return opened

    return _try(request, form, attempt)


def _try(request: HttpRequest, form: Any, attempt: Callable[[], Opened]) -> bool:
    """Try a passphrase, so often and no more."""
    whose = ("vault_tries", person(request).pk)
    tries = counters.count(*whose, seconds=SECONDS)  # before it is tried: many at once are many
    if tries.number > TRIES:
        form.add_error(None, _("Demasiados intentos.") + " " + tries.wait)
        return False
    try:
        attempt()
    except locks.WrongPassphraseError:
        form.add_error(None, _("Esas palabras no abren su bóveda."))
    except locks.BusyError:
        counters.take_back(*whose)  # nothing was tried
        form.add_error(
            None, _("Se están abriendo muchas bóvedas a la vez: pruebe otra vez en unos segundos.")
        )
    else:
        counters.forget(*whose)
        return True
    return False


@require_POST
def close_vault(request: HttpRequest) -> HttpResponse:
    """Close it in this browser."""
    policies.may_have_vault(person(request))
    opening.close(request)
    messages.success(request, _("Su bóveda está cerrada."))
    return redirect("directory:vault")


@SECRET
def change_passphrase(request: HttpRequest) -> HttpResponse:
    """Other words for the same vault."""
    by = person(request)
    policies.may_have_vault(by)
    form = ChangeForm(request.POST or None, person=by)
    if request.method == "POST" and form.is_valid():
        old, new = form.cleaned_data["old"], form.cleaned_data["passphrase"]
        if _try(request, form, lambda: actions.change_passphrase(old=old, new=new, by=by)):
            messages.success(request, _("Su bóveda se abre desde ahora con las palabras nuevas."))
            return redirect("directory:vault")
    return render(request, "directory/change_passphrase.html", {"form": form})


@SECRET
def lost_passphrase(request: HttpRequest) -> HttpResponse:
    """Another vault in the place of one whose words are lost."""
    by = person(request)
    policies.may_have_vault(by)
    form = PassphraseForm(request.POST or None, person=by)
    if request.method == "POST" and form.is_valid():
        opening.keep_open(
            request, actions.begin_vault(passphrase=form.cleaned_data["passphrase"], by=by)
        )
        messages.success(
            request, _("Tiene otra bóveda. Una colega le da en ella la clave de su organización.")
        )
        return redirect("directory:vault")
    return render(request, "directory/lost_passphrase.html", {"form": form})
