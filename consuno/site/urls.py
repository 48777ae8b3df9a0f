"""Addresses of the shell."""

from django.urls import path

from consuno.site import views
from consuno.site.views import demo

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("acta/", views.acta, name="acta"),
    path("demo/entrar/", demo.sign_in, name="demo_sign_in"),
]
