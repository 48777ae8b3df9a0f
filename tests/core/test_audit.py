"""The record of acts. Security row 46: a changed or deleted entry breaks the chain."""

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from consuno.core import append_only, audit, jobs
from consuno.core.accounts import create_account
from consuno.core.models import AppendOnlyError, AuditEntry, AuditSeal


def sql(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def acts(db):
    for name in ("uno", "dos", "tres"):
        create_account(email=f"{name}@example.org", name=name, by=None)
    audit.seal()
    return list(AuditEntry.objects.order_by("pk"))


@pytest.mark.parametrize("table", append_only.TABLES)
@pytest.mark.parametrize("act", ["UPDATE {} SET {} = ''", "DELETE FROM {}"])
def test_the_database_itself_refuses(acts, table, act):
    column = "verb" if table == "core_auditentry" else "hash"
    with pytest.raises(DatabaseError, match="append only"):
        sql(act.format(table, column))
    assert AuditSeal.objects.count() == 3


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="REPLACE is SQLite's own")
@pytest.mark.parametrize("table", append_only.TABLES)
def test_nor_is_a_row_replaced(acts, table):
    column = "verb" if table == "core_auditentry" else "hash"
    whole = [each.column for each in AuditEntry._meta.concrete_fields if table == "core_auditentry"]
    whole = whole or [each.column for each in AuditSeal._meta.concrete_fields]
    told = ", ".join("'x'" if each == column else f'"{each}"' for each in whole)
    for act in ("INSERT OR REPLACE", "REPLACE"):
        with pytest.raises(DatabaseError, match="append only"):
            sql(
                f"{act} INTO {table} ({', '.join(chr(34) + e + chr(34) for e in whole)}) SELECT {told} FROM {table} LIMIT 1"
            )
    assert AuditEntry.objects.filter(verb="x").count() == 0
    create_account(
        email="cuatro@example.org", name="cuatro", by=None
    )  # what is added is added as before
    audit.seal()
    assert AuditSeal.objects.count() == 4


def test_and_so_do_the_models(acts):
    for refused in (acts[0].save, acts[0].delete, AuditSeal.objects.all().delete):
        with pytest.raises(AppendOnlyError):
            refused()
    with pytest.raises(AppendOnlyError):
        AuditSeal.objects.update(hash="")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE core_auditentry SET verb = 'x' WHERE id = {1}", "alterado"),
        ("UPDATE core_auditentry SET by_id = NULL, at = '2020-01-01' WHERE id = {0}", "alterado"),
        ("DELETE FROM core_auditseal WHERE entry_id = {0}", "falta el eslabón 1"),
        ("DELETE FROM core_auditseal WHERE entry_id = {2}", "falta su final"),
        ("UPDATE core_auditseal SET entry_id = -entry_id", "falta el eslabón"),
    ],
)
def test_row_46_what_its_owner_does_behind_is_seen(acts, damage, said, capsys):
    call_command("audit_verify")
    known = capsys.readouterr().out.split()[-1]
    call_command("audit_verify", known=known)
    append_only.take_away(connection)
    if "-entry_id" in damage:
        damage = "DELETE FROM core_auditseal WHERE entry_id = {1}"
    sql(damage.format(*(entry.pk for entry in acts)))
    if said == "falta su final":
        sql(f"DELETE FROM core_auditentry WHERE id = {acts[2].pk}")
    with pytest.raises(CommandError, match=said):
        call_command("audit_verify", known=known)


@pytest.mark.django_db(transaction=True)
def test_each_act_is_sealed_when_it_is_done_and_none_twice():
    create_account(email="uno@example.org", name="Uno", by=None)
    assert AuditSeal.objects.count() == 1
    with transaction.atomic():
        create_account(email="dos@example.org", name="Dos", by=None)
        transaction.set_rollback(True)
    with transaction.atomic():
        create_account(email="tres@example.org", name="Tres", by=None)
        create_account(email="cuatro@example.org", name="Cuatro", by=None)
    assert audit.verify()[0] == 3
    assert audit.seal() == 0


def test_what_was_left_unsealed_is_sealed_later(acts, monkeypatch):
    monkeypatch.setattr(audit, "_seal_after_commit", lambda: None)
    create_account(email="cinco@example.org", name="Cinco", by=None)
    assert audit.verify()[0] == 3
    jobs.REGISTRY["core.seal_what_is_left"].run()
    assert audit.verify()[0] == 4


def test_each_night_a_broken_chain_is_told_to_both_secretariats(cast, acts, caplog):
    from consuno.core.models import Notice
    from consuno.core.notices import lines
    from consuno.directory.actions.watching import watch_record

    audit.seal(everything=True)
    watch_record.run()
    assert not Notice.objects.filter(kind="directory.record_broken").exists()
    append_only.take_away(connection)
    sql(f"UPDATE core_auditentry SET verb = 'x' WHERE id = {acts[1].pk}")
    watch_record.run()
    told = Notice.objects.filter(kind="directory.record_broken")
    assert {cast["ana"].pk, cast["beto"].pk} <= {each.user_id for each in told}
    ((_notice, line),) = lines(told.filter(user=cast["ana"]), cast["ana"])
    assert "no está entero" in str(line.text)
    assert "record of acts is not whole" in caplog.text
