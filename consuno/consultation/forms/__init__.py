"""Forms of consultation."""

from consuno.consultation.forms.absence import AbsenceForm, ReminderForm
from consuno.consultation.forms.adoption import AdoptionForm
from consuno.consultation.forms.grounds import MatrixForm
from consuno.consultation.forms.positions import PositionForm
from consuno.consultation.forms.rounds import (
    DispositionForm,
    ExtendForm,
    InputForm,
    ObservationForm,
    RoundForm,
)
from consuno.consultation.forms.silence import LiftForm, SilenceForm
from consuno.consultation.forms.texts import (
    ArtefactForm,
    ClauseForm,
    DescribeForm,
    ProposalForm,
    SplitForm,
    WholeForm,
)

__all__ = [
    "AbsenceForm",
    "AdoptionForm",
    "ArtefactForm",
    "ClauseForm",
    "DescribeForm",
    "DispositionForm",
    "ExtendForm",
    "InputForm",
    "LiftForm",
    "MatrixForm",
    "ObservationForm",
    "PositionForm",
    "ProposalForm",
    "ReminderForm",
    "RoundForm",
    "SilenceForm",
    "SplitForm",
    "WholeForm",
]
