"""Addresses of the directory."""

from django.urls import path

from consuno.directory import views

app_name = "directory"
urlpatterns = [
    path("directorio/", views.bodies, name="bodies"),
    path("directorio/<str:code>/", views.body, name="body"),
]
