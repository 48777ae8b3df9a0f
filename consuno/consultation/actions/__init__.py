"""Writes of consultation."""

from consuno.consultation.actions.absence import (
    confirm_absence,
    end_absence,
    propose_absence,
    remind_absent,
    remind_by_note,
)
from consuno.consultation.actions.adoption import (
    certify_adoption,
    declare_adoption,
)
from consuno.consultation.actions.clauses import (
    add_clause,
    cover,
    move_clause,
    remove_clause,
    take_in,
    write_clause,
)
from consuno.consultation.actions.deadlock import (
    bracket_clause,
    split_proposal,
)
from consuno.consultation.actions.elevation import (
    elevate_proposal,
)
from consuno.consultation.actions.observations import (
    answer_disposition,
    dispose,
    observe,
    replace_observation,
    submit_observation,
    withdraw_observation,
)
from consuno.consultation.actions.offline import bring_observations
from consuno.consultation.actions.positions import (
    confirm_position,
    take_position,
)
from consuno.consultation.actions.proposals import (
    add_artefact,
    begin_version,
    describe_version,
    freeze,
    propose,
    remove_artefact,
    withdraw_proposal,
)
from consuno.consultation.actions.rounds import (
    acknowledge,
    ask_institutions,
    close_round,
    extend_round,
    note_opened,
    note_reading,
    open_round,
    tell_own_country,
)
from consuno.consultation.actions.silence import (
    end_silences,
    lift_silence,
    order_silence,
)

__all__ = [
    "acknowledge",
    "add_artefact",
    "add_clause",
    "answer_disposition",
    "ask_institutions",
    "begin_version",
    "bracket_clause",
    "bring_observations",
    "certify_adoption",
    "close_round",
    "confirm_absence",
    "confirm_position",
    "cover",
    "declare_adoption",
    "describe_version",
    "dispose",
    "elevate_proposal",
    "end_absence",
    "end_silences",
    "extend_round",
    "freeze",
    "lift_silence",
    "move_clause",
    "note_opened",
    "note_reading",
    "observe",
    "open_round",
    "order_silence",
    "propose",
    "propose_absence",
    "remind_absent",
    "remind_by_note",
    "remove_artefact",
    "remove_clause",
    "replace_observation",
    "split_proposal",
    "submit_observation",
    "take_in",
    "take_position",
    "tell_own_country",
    "withdraw_observation",
    "withdraw_proposal",
    "write_clause",
]
