"""A text is adopted: declared by the Presidency, certified and published by the Secretariat."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils.translation import override

from consuno.consultation import notices, policies
from consuno.consultation.actions.evidence import file_evidence
from consuno.consultation.actions.turns import take_turn
from consuno.consultation.consensus import State, reached, sentence, silence_sentence
from consuno.consultation.models import Adoption, Position, Silence, Version
from consuno.consultation.printing import printed
from consuno.consultation.queries import positions
from consuno.consultation.queries.people import everybody
from consuno.core import audit, clock
from consuno.core.bilingual import Bilingual
from consuno.core.models import User
from consuno.knowledge import actions as library


@transaction.atomic
def declare_adoption(
    *, version: Version, forum: str, on: datetime.date, place: str, by: User
) -> Adoption:
    """Declare that the text was adopted by consensus, of all or of those who spoke, as the sentence says;
    what each said is annexed as it stands today, and who was absent.

    Raises Denied: not the Presidency, no consensus, a language not whole, a round open.
    """
    take_turn(version.proposal)
    policies.may_declare(by, version)
    policies.must_be_a_forum(forum, on)
    found = positions.agreement(version)
    policies.must_be_agreed(reached=found.agreed, sentence=found.sentence)
    made = Adoption.objects.create(
        version=version, forum=forum, on=on, place=place.strip()[:200], declared_by=by,
        sentence=_in_both(lambda: positions.sentence_of(version)),
        mode=Adoption.Mode.CONSENSUS if found.reached else Adoption.Mode.SPOKEN,
        annex=[*_annex(version, found.rows), *(
            {"body": row.body.code, "kind": "absent", "text": ""}
            for row in found.rows if row.standing.state == State.ABSENT
        )],
    )  # fmt: skip
    audit.record("declare_adoption", made, by=by, sha256=version.sha256, forum=forum)
    notices.text_adopted.tell(everybody(version.proposal), about=made)
    return made


def _in_both(say: Callable[[], str]) -> Bilingual:
    words = {}
    for language in ("es", "en"):
        with override(language):
            words[language] = say()
    return Bilingual(**words)


def adopt_by_silence(silence: Silence) -> Adoption:
    """Write down that nobody objected in time: of each who said nothing, that it did not object.

    Where all had spoken by then, it is consensus. To be called within the turn of the proposal.
    """
    version = silence.round.version
    rows = positions.rows(version)
    agreed = reached([row.standing for row in rows])

    def say() -> str:
        standings = [row.standing for row in positions.rows(version)]
        return sentence(standings) if agreed else silence_sentence(standings)

    made = Adoption.objects.create(
        version=version, forum=silence.forum, declared_by=silence.by, sentence=_in_both(say),
        mode=Adoption.Mode.CONSENSUS if agreed else Adoption.Mode.SILENCE,
        on=silence.expires_at.astimezone(ZoneInfo(silence.zone)).date(),
        annex=[*_annex(version, rows), *(
            {"body": row.body.code, "kind": "silent", "text": ""}
            for row in rows if not row.spoke
        )],
    )  # fmt: skip
    audit.record("adopt_by_silence", made, by=None, sha256=version.sha256, mode=made.mode)
    notices.text_adopted.tell(everybody(version.proposal), about=made)
    return made


def _annex(version: Version, rows: list[positions.Row]) -> list[dict[str, str]]:
    """Statements of countries as they stand, and what the network stated of any version."""
    said = [row.position for row in rows if row.position and row.position.text]
    said += [each for each in positions.history(version) if each.kind == Position.Kind.NETWORK]
    return [{"body": each.body.code, "kind": each.kind, "text": each.text} for each in said]


@transaction.atomic
def certify_adoption(*, adoption: Adoption, by: User) -> None:
    """Certify the text and publish it in the library, in both languages. Raises Denied."""
    version = adoption.version
    proposal = version.proposal
    take_turn(proposal)
    adoption.refresh_from_db(fields=["certified_at"])
    policies.may_certify(by, adoption)
    instrument = proposal.instrument or library.add_instrument(
        kind=proposal.kind if proposal.kind != "point" else "proposal", scope="regional",
        name=Bilingual(proposal.title.es or proposal.title.en, proposal.title.en or proposal.title.es),
        about=Bilingual(), by=by,
    )  # fmt: skip
    edition = library.add_edition(
        instrument=instrument, label=f"{adoption.on.isoformat()} (v{version.number})",
        adopted_on=adoption.on.isoformat(), adopted_by=_adopted_by(adoption),
        note=adoption.sentence, source=f"SHA-256 {version.sha256}", on=adoption.on, by=by,
    )  # fmt: skip
    for language in ("es", "en"):
        library.add_text(
            edition=edition, language=language,
            authentic=proposal.authentic in {language, "both"},
            file_name=f"propuesta-{proposal.pk}-v{version.number}-{language}.pdf",
            content=printed(version, language), by=by,
        )  # fmt: skip
    adoption.certified_by, adoption.certified_at, adoption.edition = by, clock.now(), edition
    adoption.save(update_fields=["certified_by", "certified_at", "edition"])
    file_evidence(adoption, by)
    audit.record("certify_adoption", adoption, by=by, sha256=version.sha256)


def _adopted_by(adoption: Adoption) -> Bilingual:
    place = f", {adoption.place}" if adoption.place else ""
    return _in_both(lambda: f"{adoption.get_forum_display()}{place}")
