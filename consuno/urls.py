"""Addresses of every room."""

from allauth.account import views as account
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkey
from django.urls import include, path, re_path

from consuno.core.views import no_such_api, recover, set_language
from consuno.services.api import api as hsds

urlpatterns = [
    # Of allauth's pages only those that exist here: accounts are given, nobody signs up.
    path("cuenta/entrar/", account.login, name="account_login"),
    path("cuenta/salir/", account.logout, name="account_logout"),
    path("cuenta/contrasena/", account.password_change, name="account_change_password"),
    path("cuenta/contrasena/nueva/", account.password_set, name="account_set_password"),
    path("cuenta/recuperar/", recover, name="account_reset_password"),
    path(
        "cuenta/recuperar/enviado/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(  # the key itself has a hyphen
        r"^cuenta/recuperar/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[^/]+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "cuenta/recuperar/hecho/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("cuenta/confirmar/", account.reauthenticate, name="account_reauthenticate"),
    path("cuenta/segundo-factor/", factor.index, name="mfa_index"),
    path("cuenta/segundo-factor/entrar/", factor.authenticate, name="mfa_authenticate"),
    path("cuenta/segundo-factor/confirmar/", factor.reauthenticate, name="mfa_reauthenticate"),
    path("cuenta/segundo-factor/aplicacion/", totp.activate_totp, name="mfa_activate_totp"),
    path("cuenta/segundo-factor/quitar/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("cuenta/llaves/", passkey.list_webauthn, name="mfa_list_webauthn"),
    path("cuenta/llaves/nueva/", passkey.add_webauthn, name="mfa_add_webauthn"),
    path("cuenta/llaves/entrar/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path(
        "cuenta/llaves/confirmar/",
        passkey.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("cuenta/llaves/<int:pk>/quitar/", passkey.remove_webauthn, name="mfa_remove_webauthn"),
    path("cuenta/codigos/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "cuenta/codigos/nuevos/",
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "cuenta/codigos/bajar/",
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("idioma/setlang/", set_language, name="set_language"),
    path("", include("consuno.core.urls")),
    path("", include("consuno.services.urls")),
    path("", include("consuno.knowledge.urls")),
    path("api/hsds/", hsds.urls),
    path("api/<path:rest>", no_such_api, name="no_such_api"),
    path("", include("consuno.inquiries.urls")),
    path("", include("consuno.meetings.urls")),
    path("", include("consuno.cases.urls")),
    path("", include("consuno.consultation.urls")),
    path("", include("consuno.monitoring.urls")),
    path("", include("consuno.agenda.urls")),
    path("", include("consuno.directory.urls")),
    path("", include("consuno.site.urls")),
]

handler400 = "consuno.core.views.bad_request"
handler500 = "consuno.core.logs.failed"
handler429 = "consuno.core.views.too_many"
