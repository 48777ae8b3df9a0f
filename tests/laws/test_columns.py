"""Each column of what people entrust has its class: sealed, operational (the installation's key) or clear.

A new column fails here until somebody has said which it is, and why it may be clear (architecture, section 6).
"""

import pytest
from django.apps import apps
from django.db import models

SEALED, OPERATIONAL, CLEAR = "sealed", "operational", "clear"
#: Clear: random names, keys that are public, who belongs to whom, days, coarse states. Never hours, never words.
CLASSES = {
    "cases.complaint": {
        CLEAR: "id folio lookup reporter country status began_on sent_on touched_on ended_on narrative identity"
    },
    "cases.recipient": {
        CLEAR: "id name complaint body state acknowledge_by answer_by acknowledged_on answered_on told written_on late_told_on",
        OPERATIONAL: "assigned",
    },
    "cases.message": {CLEAR: "id complaint body to press internal on section"},
    "cases.attachment": {CLEAR: "id name complaint on section"},
    "cases.handover": {
        CLEAR: "id name complaint proposed_by to proposed_on answered_on answer reason"
    },
    "core.section": {CLEAR: "id owner kind version rekey_due", SEALED: "sealed"},
    "core.grant": {CLEAR: "id section holder purpose starts expires ended_on"},
    "core.wrap": {CLEAR: "id grant vouch", SEALED: "sealed"},
    "core.memberwrap": {CLEAR: "id key member vouch", SEALED: "sealed"},
    "core.recoveryshare": {CLEAR: "id key outer inner vouch", SEALED: "sealed"},
    "core.sealedfile": {CLEAR: "section upload"},
    "core.filepiece": {CLEAR: "id upload number came_on", SEALED: "sealed"},
    "core.lock": {CLEAR: "id key salt passes kib lanes", SEALED: "sealed"},
}
#: What a clear column may be. A moment to the second, free text or JSON may not.
PLAIN = (
    models.AutoField, models.BigAutoField, models.BooleanField, models.CharField, models.DateField,
    models.ForeignKey, models.OneToOneField, models.PositiveIntegerField, models.PositiveSmallIntegerField,
    models.SlugField, models.BinaryField,
)  # fmt: skip


def columns(label):
    return {field.name: field for field in apps.get_model(label)._meta.concrete_fields}


@pytest.mark.parametrize("label", CLASSES)
def test_every_column_has_its_class(label):
    listed = [name for names in CLASSES[label].values() for name in names.split()]
    assert sorted(listed) == sorted(columns(label))


@pytest.mark.parametrize("label", CLASSES)
def test_what_is_clear_holds_no_hour_and_no_words(label):
    found = columns(label)
    for name in CLASSES[label].get(CLEAR, "").split():
        field = found[name]
        assert isinstance(field, PLAIN), name
        assert not isinstance(field, models.DateTimeField | models.TextField | models.JSONField), (
            name
        )
        if type(field) is models.CharField:
            assert field.choices or field.max_length <= 64, name


def test_every_model_of_the_room_is_listed():
    for model in apps.get_app_config("cases").get_models():
        assert model._meta.label_lower in CLASSES
