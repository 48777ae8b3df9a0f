"""Forms of the library."""

from consuno.knowledge.forms.entries import EntryForm, ReplicationForm, ReviewForm
from consuno.knowledge.forms.instruments import AdoptionForm, EditionForm, InstrumentForm, TextForm
from consuno.knowledge.forms.law import ProvisionForm

__all__ = [
    "AdoptionForm",
    "EditionForm",
    "EntryForm",
    "InstrumentForm",
    "ProvisionForm",
    "ReplicationForm",
    "ReviewForm",
    "TextForm",
]
