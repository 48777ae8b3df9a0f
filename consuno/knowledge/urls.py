"""Addresses of the library."""

from django.urls import path

from consuno.knowledge.views import assessments, entries, home, instruments, law, terms

app_name = "knowledge"
urlpatterns = [
    path("biblioteca/", home.home, name="home"),
    path("biblioteca/palabras/", terms.terms, name="terms"),
    path("biblioteca/palabras/revisar/", terms.wording, name="wording"),
    path("biblioteca/instrumentos/", instruments.instruments, name="instruments"),
    path(
        "biblioteca/instrumentos/exportar.<str:kind>", instruments.export, name="export_instruments"
    ),
    path("biblioteca/instrumentos/nuevo/", instruments.add, name="add_instrument"),
    path("biblioteca/instrumentos/texto/<int:pk>/", instruments.text, name="edition_text"),
    path("biblioteca/instrumentos/version/<int:pk>/", instruments.add_text, name="add_text"),
    path("biblioteca/instrumentos/<slug:slug>/", instruments.instrument, name="instrument"),
    path(
        "biblioteca/instrumentos/<slug:slug>/version/", instruments.add_edition, name="add_edition"
    ),
    path(
        "biblioteca/instrumentos/<slug:slug>/<str:code>/",
        instruments.write_adoption,
        name="write_adoption",
    ),
    path("biblioteca/fichas/<slug:kind>/", entries.entries, name="entries"),
    path(
        "biblioteca/fichas/<slug:kind>/exportar.<str:form>", entries.export, name="export_entries"
    ),
    path("biblioteca/fichas/<slug:kind>/nueva/", entries.add, name="add_entry"),
    path("biblioteca/ficha/<int:pk>/", entries.entry, name="entry"),
    path("biblioteca/ficha/<int:pk>/archivo/", entries.file, name="entry_file"),
    path("biblioteca/ficha/<int:pk>/cambiar/", entries.change, name="change_entry"),
    path("biblioteca/ficha/<int:pk>/retirar/", entries.withdraw, name="withdraw_entry"),
    path("biblioteca/ficha/<int:pk>/opinar/", entries.review, name="review_entry"),
    path("biblioteca/ficha/<int:pk>/repetir/", entries.replicate, name="replicate_entry"),
    path("biblioteca/leyes/", law.law, name="law"),
    path("biblioteca/leyes/exportar.<str:kind>", law.export, name="export_law"),
    path("biblioteca/leyes/<str:code>/palermo/", law.palermo, name="palermo"),
    path("biblioteca/leyes/<str:code>/<slug:element>/", law.write, name="write_provision"),
    path("biblioteca/leyes/<str:code>/<slug:element>/preguntar/", law.ask, name="ask_country"),
    path("biblioteca/diagnosticos/<int:pk>/", assessments.assessment, name="assessment"),
    path("biblioteca/diagnosticos/<slug:kind>/", assessments.compared, name="compared"),
    path("biblioteca/diagnosticos/<slug:kind>/empezar/", assessments.begin, name="begin"),
]
