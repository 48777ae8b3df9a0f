"""Addresses of monitoring."""

from django.urls import path

from consuno.monitoring.views import answering, cycles, home, reports

app_name = "monitoring"
urlpatterns = [
    path("seguimiento/", home.home, name="home"),
    path("seguimiento/quien/", answering.who_answers, name="who_answers"),
    path("seguimiento/quien/<int:pk>/", answering.name_bodies, name="name_bodies"),
    path("seguimiento/informes/<int:pk>/", reports.report, name="report"),
    path("seguimiento/informes/<int:pk>/decidir/", reports.decide, name="decide_report"),
    path("seguimiento/informes/<int:pk>/valorar/", reports.assess, name="assess"),
    path("seguimiento/informes/<int:pk>/palabra/", reports.remark, name="remark"),
    path("seguimiento/ciclos/nuevo/", cycles.draft, name="draft_cycle"),
    path("seguimiento/ciclos/<slug:code>/", cycles.cycle, name="cycle"),
    path("seguimiento/ciclos/<slug:code>/cambiar/", cycles.draft, name="change_cycle"),
    path("seguimiento/ciclos/<slug:code>/confirmar/", cycles.confirm, name="confirm_cycle"),
]
