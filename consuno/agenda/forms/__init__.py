"""Forms of the agenda. They read what people type; the rules are in the policies."""

from consuno.agenda.forms.candidate import CandidateForm
from consuno.agenda.forms.corrigendum import CorrigendumForm
from consuno.agenda.forms.minutes import AddForm, CorrectedForm, MinutesForm

__all__ = ["AddForm", "CandidateForm", "CorrectedForm", "CorrigendumForm", "MinutesForm"]
