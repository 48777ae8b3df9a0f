"""Addresses of monitoring."""

from django.urls import path

from consuno.monitoring.views import answering, home

app_name = "monitoring"
urlpatterns = [
    path("seguimiento/", home.home, name="home"),
    path("seguimiento/quien/", answering.who_answers, name="who_answers"),
    path("seguimiento/quien/<int:pk>/", answering.name_bodies, name="name_bodies"),
]
