"""Addresses of the agenda."""

from django.urls import path

from consuno.agenda.views import board, commitment

app_name = "agenda"
urlpatterns = [
    path("agenda/", board.board, name="board"),
    path("agenda/exportar.csv", board.export, name="export"),
    path("agenda/<slug:meeting>/<str:ref>/", commitment.commitment, name="commitment"),
    path("agenda/<slug:meeting>/<str:ref>/promover/", commitment.promote, name="promote"),
]
