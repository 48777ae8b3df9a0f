"""Addresses of meetings."""

from django.urls import path

from consuno.meetings.views import (
    agenda,
    calendar,
    dossier,
    efforts,
    minutes,
    papers,
    sittings,
    topics,
)

app_name = "meetings"
urlpatterns = [
    path("reuniones/", sittings.home, name="home"),
    path("reuniones/reuniones.ics", calendar.calendar, name="calendar"),
    path("reuniones/nueva/", sittings.plan, name="plan"),
    path("reuniones/mesas/", topics.tables, name="tables"),
    path("reuniones/mesas/<str:country>/", topics.table, name="table"),
    path("reuniones/temas/<int:pk>/", topics.topic, name="topic"),
    path("reuniones/temas/<int:pk>/decir/", topics.act, name="act_on_topic"),
    path("reuniones/elevados/<int:pk>/responder/", topics.answer, name="answer_elevation"),
    path("reuniones/esfuerzos/", efforts.efforts, name="efforts"),
    path("reuniones/esfuerzos/esfuerzos.csv", efforts.export, name="export_efforts"),
    path("reuniones/esfuerzos/nuevo/", efforts.tell, name="tell_effort"),
    path("reuniones/esfuerzos/<int:pk>/", efforts.tell, name="change_effort"),
    path("reuniones/esfuerzos/<int:pk>/retirar/", efforts.withdraw, name="withdraw_effort"),
    path("reuniones/documentos/<int:pk>/", papers.document, name="document"),
    path("reuniones/documentos/<int:pk>/quitar/", papers.remove, name="remove_document"),
    path("reuniones/<slug:slug>/documentos/", papers.add, name="add_document"),
    path("reuniones/<slug:slug>/", sittings.sitting, name="sitting"),
    path("reuniones/<slug:slug>/cambiar/", sittings.plan, name="change"),
    path("reuniones/<slug:slug>/suspender/", sittings.cancel, name="cancel"),
    path("reuniones/<slug:slug>/invitar/", sittings.invite, name="invite"),
    path("reuniones/<slug:slug>/responder/", sittings.answer, name="answer"),
    path("reuniones/<slug:slug>/plazos/<int:pk>/", sittings.tie, name="tie_event"),
    path("reuniones/<slug:slug>/asistencia/", sittings.attendance, name="attendance"),
    path("reuniones/expedientes/<int:pk>/", dossier.file, name="dossier_file"),
    path("reuniones/<slug:slug>/expediente/", dossier.dossier, name="dossier"),
    path("reuniones/<slug:slug>/expediente/preparar/", dossier.make, name="make_dossier"),
    path("reuniones/<slug:slug>/acta/", minutes.minutes, name="minutes"),
    path("reuniones/<slug:slug>/acta/empezar/", minutes.begin, name="begin_minutes"),
    path("reuniones/<slug:slug>/acta/texto.txt", minutes.download, name="download_minutes"),
    path("reuniones/<slug:slug>/acta/puntos/<int:pk>/", minutes.write, name="write_item"),
    path(
        "reuniones/<slug:slug>/acta/acuerdos/<int:pk>/quitar/",
        minutes.strike,
        name="strike_agreement",
    ),
    path("reuniones/<slug:slug>/acta/decidir/", minutes.act, name="act_on_minutes"),
    path("reuniones/<slug:slug>/acta/correcciones/", minutes.correct, name="correct_minutes"),
    path(
        "reuniones/<slug:slug>/acta/correcciones/<int:pk>/",
        minutes.settle,
        name="settle_correction",
    ),
    path("reuniones/<slug:slug>/agenda/", agenda.agenda, name="agenda"),
    path("reuniones/<slug:slug>/agenda/calcular/", agenda.compute, name="compute_agenda"),
    path("reuniones/<slug:slug>/agenda/agregar/", agenda.add, name="add_item"),
    path("reuniones/<slug:slug>/agenda/<int:pk>/", agenda.change, name="change_item"),
]
