"""Pages of the people of a body, for those who manage them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from consuno.core import registry
from consuno.core.acting import submit
from consuno.core.middleware import person
from consuno.core.policy import allowed
from consuno.core.vocabularies import words
from consuno.directory import actions, policies, queries
from consuno.directory.forms import InvitationForm, SuccessorForm
from consuno.directory.models import Body, Invitation, Membership


def people(request: HttpRequest, code: str) -> HttpResponse:
    """Who acts for a body, who has been invited, and the form that invites."""
    by = person(request)
    body = get_object_or_404(queries.bodies(), code=code)
    policies.may_read_people(by, body)
    form = InvitationForm(request.POST or None, body=body, by=by)
    if request.method == "POST":
        policies.may_invite(by, body)
        if _invite(request, form, body):
            return redirect("directory:people", code=body.code)
    return render(request, "directory/people.html", _context(by, body, form))


def _invite(request: HttpRequest, form: InvitationForm, body: Body) -> bool:
    """Invite; a rule that says no is shown beside the form, which keeps what was typed."""
    done = submit(form, actions.invite, body=body, by=person(request))
    if done:
        messages.success(request, _("Invitación hecha. Vale siete días."))
    return done.done


def _context(by: object, body: Body, form: InvitationForm) -> dict[str, object]:
    invites = allowed(policies.may_invite, by, body)
    now, before = queries.people_of(body)
    return {
        "body": body, "form": form, "invites": invites,
        "current": [_row(by, m) for m in now],
        "before": before,
        "matters": words("matters").values(),
        "invitations": queries.open_invitations(body) if invites else [],
    }  # fmt: skip


def _row(by: object, membership: Membership) -> dict[str, object]:
    """A membership and what may be done with it."""
    return {
        "membership": membership,
        "ends": allowed(policies.may_end_membership, by, membership),
        "secures": allowed(policies.may_secure, by, membership),
    }


@require_POST
def end_membership(request: HttpRequest, pk: int) -> HttpResponse:
    """End what a person does for a body."""
    membership = get_object_or_404(Membership.objects.select_related("body", "user"), pk=pk)
    actions.end_membership(membership=membership, by=person(request))
    messages.success(
        request, _("%(name)s ya no tiene esa función.") % {"name": membership.user.name}
    )
    if allowed(policies.may_read_people, request.user, membership.body):
        return redirect("directory:people", code=membership.body.code)
    return redirect("directory:body", code=membership.body.code)


def see_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody leaves: what they have in hand, and who takes it over."""
    by = person(request)
    membership = get_object_or_404(Membership.objects.select_related("body", "user"), pk=pk)
    policies.may_end_membership(by, membership)
    form = SuccessorForm(request.POST if request.method == "POST" else None, membership=membership)
    if submit(form, actions.see_off, at="to", membership=membership, by=by):
        messages.success(request, _("%(name)s se fue.") % {"name": membership.user.name})
        return redirect("directory:people", code=membership.body.code)
    work = registry.open_work(membership.user, membership.body)
    context = {"membership": membership, "form": form, "work": work}
    return render(request, "directory/see_off.html", context)


@require_POST
def remove_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Let a person who lost their telephone set another."""
    membership = get_object_or_404(Membership.objects.select_related("body", "user"), pk=pk)
    actions.remove_second_factor(membership=membership, by=person(request))
    messages.success(
        request,
        _("%(name)s pondrá otro segundo factor al entrar.") % {"name": membership.user.name},
    )
    return redirect("directory:people", code=membership.body.code)


@require_POST
def end_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign a person out everywhere."""
    membership = get_object_or_404(Membership.objects.select_related("body", "user"), pk=pk)
    ended = actions.end_sessions(membership=membership, by=person(request))
    messages.success(
        request,
        ngettext("Se cerró %(n)s sesión.", "Se cerraron %(n)s sesiones.", ended) % {"n": ended},
    )
    return redirect("directory:people", code=membership.body.code)


@require_POST
def change_invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Send an invitation again or take it back."""
    invitation = get_object_or_404(Invitation.objects.select_related("body"), pk=pk)
    if request.POST.get("word") == "again":
        actions.send_again(invitation=invitation, by=person(request))
        messages.success(request, _("Enviada otra vez. El enlace anterior ya no vale."))
    else:
        actions.withdraw_invitation(invitation=invitation, by=person(request))
        messages.success(request, _("Invitación retirada. Su enlace ya no vale."))
    return redirect("directory:people", code=invitation.body.code)
