"""Addresses of services."""

from django.urls import path

from consuno.services.api import profile
from consuno.services.views import (
    areas,
    bringing,
    channels,
    confirming,
    finder,
    keeping,
    programmes,
)

app_name = "services"
urlpatterns = [
    path("api/hsds/perfil.json", profile, name="profile"),
    path("servicios/", finder.finder, name="finder"),
    path("servicios/nuevo/", keeping.add, name="add"),
    path("servicios/traer/", bringing.start, name="start"),
    path("servicios/traer/<int:pk>/", bringing.bringing, name="bringing"),
    path("servicios/traer/<int:pk>/olvidar/", bringing.throw_away, name="throw_away"),
    path("servicios/exportar/", bringing.export, name="export"),
    path("servicios/zonas/", areas.listed, name="areas"),
    path("servicios/quejas/", channels.listed, name="channels"),
    path("servicios/quejas/<int:pk>/", channels.channel, name="channel"),
    path("servicios/quejas/<int:pk>/cambiar/", channels.change, name="change_channel"),
    path("servicios/quejas/<int:pk>/acto/", channels.act, name="act_channel"),
    path("servicios/quejas/nuevo/<str:code>/", channels.write, name="write_channel"),
    path("servicios/mios/", keeping.mine, name="mine"),
    path("servicios/confirmar/", confirming.confirm, name="confirm"),
    path("servicios/carta/<str:key>/", confirming.by_link, name="confirm_by_link"),
    path("servicios/programas/nuevo/", programmes.add, name="add_programme"),
    path("servicios/programas/<uuid:uid>/", programmes.programme, name="programme"),
    path("servicios/programas/<uuid:uid>/cambiar/", programmes.change, name="change_programme"),
    path("servicios/programas/<uuid:uid>/retirar/", programmes.end, name="end_programme"),
    path("servicios/<uuid:uid>/", finder.service, name="service"),
    path("servicios/<uuid:uid>/tarjeta/", finder.card, name="card"),
    path("servicios/<uuid:uid>/cambiar/", keeping.change, name="change"),
    path("servicios/<uuid:uid>/estado/", keeping.state, name="state"),
]
