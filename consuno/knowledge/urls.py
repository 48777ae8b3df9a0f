"""Addresses of the library."""

from django.urls import path

from consuno.knowledge.views import assessments, home

app_name = "knowledge"
urlpatterns = [
    path("biblioteca/", home.home, name="home"),
    path("biblioteca/diagnosticos/<int:pk>/", assessments.assessment, name="assessment"),
    path("biblioteca/diagnosticos/<slug:kind>/", assessments.compared, name="compared"),
    path("biblioteca/diagnosticos/<slug:kind>/empezar/", assessments.begin, name="begin"),
]
