"""Addresses of the shell."""

from django.urls import path

from consuno.site import views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("acta/", views.acta, name="acta"),
]
