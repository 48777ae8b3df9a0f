"""Addresses of information requests."""

from django.urls import path

from consuno.inquiries.views import inquiries

app_name = "inquiries"
urlpatterns = [
    path("solicitudes/", inquiries.home, name="home"),
    path("solicitudes/nueva/", inquiries.ask, name="ask"),
    path("solicitudes/<int:pk>/", inquiries.inquiry, name="inquiry"),
    path("solicitudes/<int:pk>/cambiar/", inquiries.change, name="change"),
    path("solicitudes/<int:pk>/respuestas.<str:kind>", inquiries.export, name="export"),
    path("solicitudes/respuestas/<int:pk>/", inquiries.answer, name="answer"),
    path("solicitudes/respuestas/<int:pk>/archivo/", inquiries.file, name="file"),
    path("solicitudes/respuestas/<int:pk>/pasar/", inquiries.pass_on, name="pass_on"),
    path("solicitudes/respuestas/<int:pk>/devolver/", inquiries.reopen, name="reopen"),
]
