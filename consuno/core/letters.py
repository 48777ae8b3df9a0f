"""The letters of the kernel."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consuno.core import registry
from consuno.core.mail import Letter, letter
from consuno.core.models import User


@letter()
def new_password(person: User) -> Letter:
    """A link to choose a new password; made only now, so that the queue holds no key."""
    key = default_token_generator.make_token(person)
    return Letter(
        subject=_("elegir una contraseña"),
        paragraphs=(
            _("Alguien pidió una contraseña nueva para la cuenta de esta dirección."),
            _("Si no fue usted, no haga nada: la contraseña no ha cambiado."),
        ),
        path=reverse("account_reset_password_from_key", args=[user_pk_to_url_str(person), key]),
        action=_("Elegir una contraseña"),
    )


@letter()
def way_in_changed(person: User) -> Letter:
    """A factor or a password was added, changed or removed; if it was somebody else, act now."""
    return Letter(
        subject=_("cambió la forma de entrar a su cuenta"),
        paragraphs=(
            _("Se cambió la contraseña, o se agregó, usó o quitó un segundo factor o un código de recuperación."),
            _("Si no fue usted, elija ahora otra contraseña y avise a la administración de su institución."),
        ),
        path=reverse("account_change_password"),
        action=_("Cambiar la contraseña"),
    )  # fmt: skip


@letter()
def digest(person: User) -> Letter | None:
    """There are notices; None when they were read since."""
    total = person.notices.filter(read_at=None).count()
    if not total:
        return None
    return Letter(
        subject=_("avisos sin leer"),
        paragraphs=(
            ngettext("Tiene %(n)s aviso sin leer.", "Tiene %(n)s avisos sin leer.", total)
            % {"n": total},
            _("Cada cuánto le llega esta carta se cambia en «Su cuenta»."),
        ),
        path=reverse(registry.place("notices")),
        action=_("Leer los avisos"),
    )
