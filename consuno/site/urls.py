"""Addresses of the shell."""

from django.urls import path

from consuno.site.views import account, acta, chain, demo, home, notices, robots, search, verify

app_name = "site"
urlpatterns = [
    path("", home.home, name="home"),
    path("buscar/", search.found, name="search"),
    path("verificar/", verify.verify, name="verify"),
    path("robots.txt", robots.robots, name="robots"),
    path(".well-known/security.txt", robots.security, name="security"),
    path("acta/", acta.acta, name="acta"),
    path("cuenta/", account.account, name="account"),
    path("cuenta/sesiones/", account.end_sessions, name="end_sessions"),
    path("cuenta/avisos/", notices.digest, name="digest"),
    path("registro/", chain.chain, name="chain"),
    path("registro/huella.json", chain.chain_head, name="chain_head"),
    path("avisos/", notices.notices, name="notices"),
    path("avisos/leer/", notices.read, name="read_notices"),
    path("componentes/", acta.components, name="components"),
    path("demo/entrar/", demo.sign_in, name="demo_sign_in"),
]
