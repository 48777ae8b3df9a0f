"""Addresses of the directory."""

from django.urls import path

from consuno.directory.views import (
    bodies,
    competence,
    facts,
    institutions,
    invitations,
    network,
    people,
    seats,
)

app_name = "directory"
urlpatterns = [
    path("directorio/", bodies.bodies, name="bodies"),
    path("directorio/competencias/", competence.matrix, name="competence"),
    path("directorio/competencias/<int:pk>/norma/", competence.basis, name="attach_basis"),
    path("directorio/competencias/<int:pk>/terminar/", competence.end, name="end_competence"),
    path("directorio/pais/<str:code>/", competence.country, name="country"),
    path("directorio/pais/<str:code>/competencia/", competence.name, name="name_competent"),
    path(
        "directorio/pais/<str:code>/sociedad-civil/",
        network.show_civil_society,
        name="show_civil_society",
    ),
    path("directorio/pais/<str:code>/asiento/", seats.write, name="write_seat"),
    path("directorio/asientos/<int:pk>/", seats.change, name="change_seat"),
    path("directorio/ruta/", seats.route, name="route"),
    path("directorio/red/", network.network, name="network"),
    path("directorio/red.csv", network.export, name="export_network"),
    path("directorio/avisos/", facts.doubts, name="doubts"),
    path("directorio/avisos/<int:pk>/", facts.settle, name="settle_doubt"),
    path("directorio/datos/<slug:kind>/<int:pk>/", facts.doubt, name="doubt"),
    path("directorio/datos/<slug:kind>/<int:pk>/validar/", facts.validate, name="validate"),
    path("directorio/nueva/", institutions.add, name="add_body"),
    path("directorio/<str:code>/cambiar/", institutions.change, name="change_body"),
    path("directorio/<str:code>/mostrar/", bodies.show, name="show_body"),
    path("directorio/<str:code>/contacto/", network.contact, name="contact"),
    path("personas/<int:pk>/tema/", network.charge, name="charge"),
    path("directorio/<str:code>/", bodies.body, name="body"),
    path("directorio/<str:code>/personas/", people.people, name="people"),
    path("personas/<int:pk>/terminar/", people.end_membership, name="end_membership"),
    path(
        "personas/<int:pk>/segundo-factor/",
        people.remove_second_factor,
        name="remove_second_factor",
    ),
    path("personas/<int:pk>/salida/", people.see_off, name="see_off"),
    path("personas/<int:pk>/sesiones/", people.end_sessions, name="end_sessions"),
    path("invitaciones/<int:pk>/", people.change_invitation, name="change_invitation"),
    path("invitacion/", invitations.invitation, name="invitation"),
    path("invitacion/<str:key>/", invitations.open_invitation, name="open_invitation"),
]
