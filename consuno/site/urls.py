"""Addresses of the shell."""

from django.urls import path

from consuno.site.views import account, acta, demo, home

app_name = "site"
urlpatterns = [
    path("", home.home, name="home"),
    path("acta/", acta.acta, name="acta"),
    path("cuenta/", account.account, name="account"),
    path("cuenta/sesiones/", account.end_sessions, name="end_sessions"),
    path("componentes/", acta.components, name="components"),
    path("demo/entrar/", demo.sign_in, name="demo_sign_in"),
]
