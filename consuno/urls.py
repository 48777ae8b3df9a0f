"""Addresses of every room."""

from django.urls import include, path

urlpatterns = [
    path("cuenta/", include("allauth.account.urls")),
    path("idioma/", include("django.conf.urls.i18n")),
    path("", include("consuno.agenda.urls")),
    path("", include("consuno.directory.urls")),
    path("", include("consuno.site.urls")),
]
