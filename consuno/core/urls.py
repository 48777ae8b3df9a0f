"""Addresses of the kernel."""

from django.urls import path

from consuno.core import views

app_name = "core"
urlpatterns = [path("continuar/", views.resume, name="resume")]
