"""A second factor for people of the tests."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.http import HttpRequest

from consuno.core.models import User

SECRET = "JBSWY3DPEHPK3PXP"


def set_second_factor(user):
    """Give a person an application of codes, already set."""
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": get_adapter().encrypt(SECRET)}
    )


def code(secret=SECRET):
    """The six figures that an application shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def shown_again_who_they_are(client):
    """Let this browser have confirmed just now who is at it."""
    request = HttpRequest()
    request.session = client.session
    user = User.objects.get(pk=request.session["_auth_user_id"])
    record_authentication(request, user, method="password", reauthenticated=True)
    request.session.save()
