"""Addresses of monitoring."""

from django.urls import path

from consuno.monitoring.views import (
    answering,
    cycles,
    dashboard,
    evidence,
    export,
    home,
    intake,
    obligations,
    reports,
    scorecards,
    workbook,
)

app_name = "monitoring"
urlpatterns = [
    path("seguimiento/", home.home, name="home"),
    path("seguimiento/panel/", dashboard.dashboard, name="dashboard"),
    path("seguimiento/quien/", answering.who_answers, name="who_answers"),
    path("seguimiento/quien/<int:pk>/", answering.name_bodies, name="name_bodies"),
    path("seguimiento/informes/<int:pk>/", reports.report, name="report"),
    path("seguimiento/informes/<int:pk>/guardar/", reports.keep, name="keep_report"),
    path("seguimiento/informes/<int:pk>/decidir/", reports.decide, name="decide_report"),
    path("seguimiento/informes/<int:pk>/nota/", reports.note, name="report_by_note"),
    path("seguimiento/informes/<int:pk>/valorar/", reports.assess, name="assess"),
    path("seguimiento/informes/<int:pk>/palabra/", reports.remark, name="remark"),
    path("seguimiento/informes/<int:pk>/pruebas/", evidence.add, name="add_evidence"),
    path("seguimiento/pruebas/<int:pk>/", evidence.evidence, name="evidence"),
    path("seguimiento/pruebas/<int:pk>/retirar/", evidence.withdraw, name="withdraw_evidence"),
    path("seguimiento/compromisos/<int:pk>/", obligations.commitment, name="commitment"),
    path("seguimiento/obligaciones/<int:pk>/", obligations.obligation, name="obligation"),
    path(
        "seguimiento/obligaciones/<int:pk>/plazo/", obligations.ask_extension, name="ask_extension"
    ),
    path("seguimiento/obligaciones/<int:pk>/cierre/", obligations.say_outcome, name="say_outcome"),
    path(
        "seguimiento/obligaciones/<int:pk>/hitos/", obligations.set_milestone, name="set_milestone"
    ),
    path("seguimiento/obligaciones/<int:pk>/entregas/", obligations.deliver, name="deliver"),
    path("seguimiento/entregas/<int:pk>/", evidence.delivery, name="delivery"),
    path("seguimiento/entregas/<int:pk>/retirar/", obligations.take_back, name="take_back"),
    path("seguimiento/obligaciones/<int:pk>/socia/", obligations.name_partner, name="name_partner"),
    path("seguimiento/hitos/<int:pk>/retirar/", obligations.drop_milestone, name="drop_milestone"),
    path("seguimiento/traer/", intake.intakes, name="intakes"),
    path("seguimiento/traer/<int:pk>/", intake.intake, name="intake"),
    path("seguimiento/traer/<int:pk>/columnas/", intake.choose, name="choose_columns"),
    path("seguimiento/traer/<int:pk>/todo/", intake.take_in, name="take_in"),
    path("seguimiento/traer/<int:pk>/descartar/", intake.discard, name="discard_intake"),
    path("seguimiento/datos/", export.exports, name="exports"),
    path("seguimiento/datos/seguimiento.<str:kind>", export.export, name="export"),
    path("seguimiento/plazos/<int:pk>/", obligations.decide_extension, name="decide_extension"),
    path("seguimiento/boletines/", scorecards.published, name="published"),
    path("seguimiento/boletines/resumenes.txt", scorecards.hashes, name="hashes"),
    path("seguimiento/boletines/<slug:code>/<int:number>/", scorecards.scorecard, name="scorecard"),
    path(
        "seguimiento/boletines/<slug:code>/<int:number>/boletin.json",
        scorecards.download,
        name="download_scorecard",
    ),
    path("seguimiento/ciclos/<slug:code>/boletin/", scorecards.draft, name="draft_scorecard"),
    path("seguimiento/ciclos/nuevo/", cycles.draft, name="draft_cycle"),
    path("seguimiento/ciclos/<slug:code>/", cycles.cycle, name="cycle"),
    path("seguimiento/ciclos/<slug:code>/hoja/<str:body>/", workbook.bring, name="bring_reports"),
    path(
        "seguimiento/ciclos/<slug:code>/hoja/<str:body>/informes.xlsx",
        workbook.template,
        name="report_template",
    ),
    path("seguimiento/ciclos/<slug:code>/cambiar/", cycles.draft, name="change_cycle"),
    path("seguimiento/ciclos/<slug:code>/confirmar/", cycles.confirm, name="confirm_cycle"),
]
