"""Addresses of every room."""

from allauth.account import views as account
from django.urls import include, path, re_path

from consuno.core.views import recover, set_language

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
    path("idioma/setlang/", set_language, name="set_language"),
    path("", include("consuno.core.urls")),
    path("", include("consuno.agenda.urls")),
    path("", include("consuno.directory.urls")),
    path("", include("consuno.site.urls")),
]

handler400 = "consuno.core.views.bad_request"
handler429 = "consuno.core.views.too_many"
