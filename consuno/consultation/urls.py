"""Addresses of consultation."""

from django.urls import path

from consuno.consultation.views import proposals, texts

app_name = "consultation"
ONE = "propuestas/<int:pk>/"
TEXT = f"{ONE}v/<int:number>/"
urlpatterns = [
    path("propuestas/", proposals.proposals, name="proposals"),
    path("propuestas/nueva/", proposals.propose, name="propose"),
    path(ONE, proposals.proposal, name="proposal"),
    path(f"{ONE}retirar/", proposals.withdraw, name="withdraw"),
    path(f"{ONE}version/", proposals.begin, name="begin_version"),
    path(f"{ONE}temas/", texts.topics, name="topics"),
    path(f"{ONE}temas/<int:uid>/", texts.cover, name="cover"),
    path(TEXT, texts.version, name="version"),
    path(f"{TEXT}cambios/", texts.compare, name="compare"),
    path(f"{TEXT}texto.pdf", texts.printed_text, name="pdf"),
    path(f"{TEXT}cambios.docx", texts.tracked_text, name="docx"),
    path(f"{TEXT}fijar/", proposals.freeze, name="freeze"),
    path(f"{TEXT}texto/", texts.whole, name="whole"),
    path(f"{TEXT}datos/", texts.describe, name="describe"),
    path(f"{TEXT}nueva/", texts.add, name="add_clause"),
    path(f"{TEXT}archivos/", texts.add_artefact, name="add_artefact"),
    path(f"{TEXT}archivos/<int:file>/", texts.artefact, name="artefact"),
    path(f"{TEXT}c/<int:uid>/", texts.clause, name="clause"),
    path(f"{TEXT}c/<int:uid>/lugar/", texts.place, name="place_clause"),
]
