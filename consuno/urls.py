"""Addresses of every room."""

from allauth.account import views as account
from django.urls import include, path

urlpatterns = [
    # Of allauth's pages only those that exist here: accounts are given, nobody signs up.
    path("cuenta/entrar/", account.login, name="account_login"),
    path("cuenta/salir/", account.logout, name="account_logout"),
    path("cuenta/contrasena/", account.password_change, name="account_change_password"),
    path("cuenta/contrasena/nueva/", account.password_set, name="account_set_password"),
    path("idioma/", include("django.conf.urls.i18n")),
    path("", include("consuno.core.urls")),
    path("", include("consuno.agenda.urls")),
    path("", include("consuno.directory.urls")),
    path("", include("consuno.site.urls")),
]

handler400 = "consuno.core.views.bad_request"
