"""Addresses of the kernel."""

from django.urls import path

from consuno.core import csp, views

app_name = "core"
urlpatterns = [
    path("continuar/", views.resume, name="resume"),
    path("csp/", csp.report, name="csp"),
]
