"""Addresses of the agenda."""

from django.urls import path

from consuno.agenda.views import (
    as_of,
    board,
    commitment,
    corrigendum,
    exports,
    matrix,
    meeting,
    minutes,
    possible,
    review,
    saved,
    tree,
)

app_name = "agenda"
urlpatterns = [
    path("agenda/", board.board, name="board"),
    path("agenda/filtros/guardar/", saved.save, name="save_filter"),
    path("agenda/filtros/<int:pk>/quitar/", saved.forget, name="forget_filter"),
    path("agenda/temas/", tree.tree, name="tree"),
    path("agenda/al/", as_of.choose, name="choose_day"),
    path("agenda/al/<str:day>/", as_of.as_of, name="as_of"),
    path("agenda/al/<str:day>/exportar.<str:kind>", exports.export_as_of, name="export_as_of"),
    path("agenda/exportar.<str:kind>", exports.export, name="export"),
    path("agenda/plazos.ics", exports.calendar, name="calendar"),
    path("agenda/<slug:slug>/", meeting.meeting, name="meeting"),
    path("agenda/<slug:slug>/desafios/", matrix.challenges, name="challenges"),
    path("agenda/<slug:slug>/desafios/responder/", matrix.answer, name="answer"),
    path("agenda/<slug:meeting>/<str:ref>/", commitment.commitment, name="commitment"),
    path("agenda/<slug:meeting>/<str:ref>/promover/", commitment.promote, name="promote"),
    path("agenda/<slug:meeting>/<str:ref>/fecha/", commitment.set_date, name="set_date"),
    path("agenda/<slug:meeting>/<str:ref>/corregir/", corrigendum.correct, name="correct"),
    path("correcciones/<int:pk>/", corrigendum.settle, name="settle"),
    path("actas/", minutes.papers, name="papers"),
    path("actas/nueva/", minutes.record, name="record"),
    path("actas/<int:pk>/", review.review, name="review"),
    path("actas/<int:pk>/original/", minutes.original, name="original"),
    path("actas/<int:pk>/anteriores/<int:version>/", minutes.earlier, name="earlier"),
    path("actas/<int:pk>/corregir/", minutes.correct, name="correct_minutes"),
    path("actas/<int:pk>/retirar/", minutes.withdraw, name="withdraw"),
    path("actas/<int:pk>/plazo/", review.deadline, name="deadline"),
    path("actas/<int:pk>/otra/", review.another, name="another_paper"),
    path("actas/<int:pk>/agregar/", review.add, name="add"),
    path("actas/<int:pk>/frases/<int:number>/", possible.look, name="possible"),
    path("actas/<int:pk>/<int:number>/decidir/", review.decide, name="decide"),
    path("actas/<int:pk>/<int:number>/editar/", review.edit, name="edit"),
]
