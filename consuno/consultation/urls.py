"""Addresses of consultation."""

from django.urls import path

from consuno.consultation.views import (
    absence,
    adoption,
    observations,
    office,
    offline,
    positions,
    proposals,
    record,
    rounds,
    silence,
    texts,
)

app_name = "consultation"
ONE = "propuestas/<int:pk>/"
TEXT = f"{ONE}v/<int:number>/"
ROUND = f"{ONE}ronda/<int:number>/"
OBSERVATION = f"{ONE}observacion/<int:number>/"
urlpatterns = [
    path("propuestas/", proposals.proposals, name="proposals"),
    path("propuestas/adoptadas/", record.adopted, name="adopted"),
    path("propuestas/adoptadas/<int:pk>/", record.record, name="record"),
    path(
        "propuestas/adoptadas/<int:pk>/archivos/<int:file>/",
        record.adopted_file,
        name="adopted_file",
    ),
    path("propuestas/ausencia/", absence.absence, name="absence"),
    path("propuestas/ausencia/<int:pk>/", absence.decide, name="decide_absence"),
    path("propuestas/secretarias/", office.office, name="office"),
    path("propuestas/nueva/", proposals.propose, name="propose"),
    path(ONE, proposals.proposal, name="proposal"),
    path(f"{ONE}retirar/", proposals.withdraw, name="withdraw"),
    path(f"{ONE}version/", proposals.begin, name="begin_version"),
    path(f"{ONE}temas/", texts.topics, name="topics"),
    path(f"{ONE}temas/<int:uid>/", texts.cover, name="cover"),
    path(f"{ONE}adoptar/", adoption.declare, name="declare_adoption"),
    path(f"{ONE}elevar/", adoption.elevate, name="elevate"),
    path(f"{ONE}silencio/", silence.order, name="order_silence"),
    path(f"{ONE}certificar/", adoption.certify, name="certify_adoption"),
    path(f"{ONE}posturas/", positions.positions, name="positions"),
    path(f"{ONE}posturas/nueva/", positions.take, name="take_position"),
    path(f"{ONE}posturas/recordar/", absence.remind, name="remind"),
    path(f"{ONE}posturas/<int:position>/", positions.confirm, name="confirm_position"),
    path(f"{TEXT}ronda/", rounds.open_round, name="open_round"),
    path(ROUND, rounds.consult, name="round"),
    path(f"{ROUND}observar/", observations.observe, name="observe"),
    path(f"{ROUND}hoja/", offline.bring, name="bring_observations"),
    path(f"{ROUND}hoja/observaciones.xlsx", offline.template, name="matrix"),
    path(f"{ROUND}observaciones.<str:kind>", rounds.export, name="export_round"),
    path(f"{ROUND}mapa/", rounds.heat_map, name="heat_map"),
    path(f"{ROUND}pais/", rounds.own_country, name="own_country"),
    path(f"{ROUND}plazo/", rounds.extend, name="extend_round"),
    path(f"{ROUND}cerrar/", rounds.close, name="close_round"),
    path(f"{ROUND}levantar/", silence.lift, name="lift_silence"),
    path(f"{ROUND}acuse/<int:invitation>/", rounds.acknowledge, name="acknowledge"),
    path(OBSERVATION, observations.observation, name="observation"),
    path(f"{OBSERVATION}cambiar/", observations.change, name="change_observation"),
    path(f"{OBSERVATION}decidir/", observations.dispose, name="dispose"),
    path(f"{OBSERVATION}hacer/", observations.act, name="act_on_observation"),
    path(TEXT, texts.version, name="version"),
    path(f"{TEXT}cambios/", texts.compare, name="compare"),
    path(f"{TEXT}texto.pdf", texts.printed_text, name="pdf"),
    path(f"{TEXT}cambios.docx", texts.tracked_text, name="docx"),
    path(f"{TEXT}fijar/", proposals.freeze, name="freeze"),
    path(f"{TEXT}texto/", texts.whole, name="whole"),
    path(f"{TEXT}datos/", texts.describe, name="describe"),
    path(f"{TEXT}separar/", texts.split, name="split"),
    path(f"{TEXT}nueva/", texts.add, name="add_clause"),
    path(f"{TEXT}archivos/", texts.add_artefact, name="add_artefact"),
    path(f"{TEXT}archivos/<int:file>/", texts.artefact, name="artefact"),
    path(f"{TEXT}c/<int:uid>/", texts.clause, name="clause"),
    path(f"{TEXT}c/<int:uid>/lugar/", texts.place, name="place_clause"),
]
