"""The state machine that walks a paper: which heading rules, which list is open, what it makes."""

from __future__ import annotations

import re

from consuno.agenda.extraction import frames_en, frames_es, press, running, spanish_verbs
from consuno.agenda.extraction.acts import (
    complete,
    name_before_colon,
    names_in_tag,
    read_act,
    read_attribute,
    read_tag,
    tag_kind,
    with_basis,
)
from consuno.agenda.extraction.blocks import Block
from consuno.agenda.extraction.context import Paper
from consuno.agenda.extraction.cutting import Cut, cut_block, run_in_title
from consuno.agenda.extraction.drafts import ChallengeDraft, Draft, Section
from consuno.agenda.extraction.frames import Scene
from consuno.agenda.extraction.headings import (
    Heading,
    join_titles,
    read_heading,
    read_opener,
    read_theme,
)
from consuno.agenda.extraction.language import clear_language
from consuno.agenda.extraction.markers import Marker
from consuno.agenda.extraction.model import Party, SegmentKind
from consuno.agenda.extraction.nesting import Nesting
from consuno.agenda.extraction.parties import name_parties, read_leader, read_suffix
from consuno.agenda.extraction.priorities import read_priority
from consuno.agenda.extraction.rows import read_row
from consuno.agenda.extraction.text import fold, squeeze
from consuno.agenda.extraction.tokens import tokenize

_PROSE = Heading("prose")
_ANAPHORA = re.compile(
    r"^\W*(?:dich[oa]s?|est[ea]|estos|estas|ell[oa]s?|el mismo|la misma|this|these|such|the said|they|it)\b"
)
_SAYS_WHO = re.compile(
    r"\b(?:llevad[oa]s? a cabo|a cargo|coordinad[oa]s?|ejecutad[oa]s?|carried out|led|undertaken|done)\b"
)


class Reader:
    """Reads blocks in order; ``drafts``, ``challenges`` and ``roles`` grow as it goes."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.drafts: list[Draft] = []
        self.challenges: list[ChallengeDraft] = []
        self.roles: list[tuple[Block, SegmentKind, int]] = []
        self.heading = _PROSE
        self.outer = _PROSE
        self.section = Section("1")
        self.sections = 0
        self.nesting = Nesting()
        self.theme: str | None = None
        self.listed = False
        self.inherited: tuple[Party, ...] = ()
        self.closed_by: Marker | None = None
        self.news = False

    def read(self, blocks: list[Block]) -> None:
        """Walk the whole paper."""
        blocks = join_titles(blocks)
        self.news = press.is_news(block.text for block in blocks)
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            self._step(block, following, first=index == 0)

    def _mark(self, block: Block, kind: SegmentKind, level: int = 0) -> None:
        self.roles.append((block, kind, level))

    def _step(self, block: Block, following: Block | None, *, first: bool) -> None:
        if self.paper.mixed:
            self.paper.language = clear_language(block.text) or self.paper.language
        if block.footnote:
            self._mark(block, "footnote")
            return
        if block.row is not None:
            self._mark(block, "item")
            self._keep([read_row(block, block.row, self.paper, self._item_section())])
            return
        if block.marker is not None and block.marker.box:
            self._task(block)
            return
        heading = None if self._is_nested_lead(block, following) else self._heading(block)
        if heading is not None:
            self._enter(block, heading, first=first)
        elif self.heading.mode == "closed":
            self._closed(block)
        elif self.heading.mode == "challenge":
            self._challenge(block)
        else:
            self._content(block)

    def _task(self, block: Block) -> None:
        """A check box: done things are past, open ones are agreed wherever they stand."""
        if block.marker is None or block.marker.box == "done" or not self.paper.genre.lists:
            self._mark(block, "prose")
            return
        ruling, self.heading = self.heading, Heading("list", "agreement", self.heading.theme)
        self._operative(block)
        self.heading = ruling

    def _heading(self, block: Block) -> Heading | None:
        in_list = self.heading.mode in {"list", "challenge"} and (
            self.heading.opener or self.listed
        )
        return read_heading(block, in_list=in_list)

    def _is_nested_lead(self, block: Block, following: Block | None) -> bool:
        """A short label inside a priority list ("a. Temas:") is no heading."""
        return (
            self.heading.kind == "priority" and block.marker is not None and following is not None
            and block.marker.style in {"letter", "bullet"} and len(block.text.split()) <= 4
            and following.marker is not None and following.marker.family != block.marker.family
        )  # fmt: skip

    def _enter(self, block: Block, heading: Heading, *, first: bool) -> None:
        """A heading takes over."""
        self._mark(block, "heading")
        self.closed_by = block.marker if heading.mode == "closed" else None
        # The first line is most often the title of the paper; a bare "Acuerdos" is a heading.
        if first and not heading.opener and len(block.text.split()) > 2:
            heading = _PROSE
        if not self.paper.genre.lists and heading.mode != "closed":
            heading = _PROSE
        numbered = block.marker is not None and block.marker.style in {"number", "roman", "multi"}
        nested = (
            heading.opener
            and self.heading.opener
            and block.marker is not None
            and self.listed
            and not numbered
        )
        if heading.opener:
            self.inherited = self._opener_parties(block)
        else:
            self.inherited = ()
        if not nested:
            self._new_section(block, heading, numbered=numbered)
        if heading.opener and not self.heading.opener:
            self.outer = self.heading
        if not heading.opener:
            self.outer = heading
        keeps_force = (
            heading.mode == "prose"
            and numbered
            and self.heading.mode == "list"
            and not self.heading.opener
        )
        self.heading = self.heading if keeps_force else heading
        self.nesting.clear()
        self.listed = False

    def _new_section(self, block: Block, heading: Heading, *, numbered: bool) -> None:
        if heading.mode == "final":
            self.section, self.theme = Section("F", heading.theme), heading.theme
        elif numbered and block.marker is not None:
            self.section = Section(block.marker.label.upper(), heading.theme)
            self.theme = heading.theme
        elif heading.opener and heading.theme is None:
            self.theme = self.section.theme or self.theme
        elif heading.theme is not None or not heading.opener:
            self.sections += 1
            self.section = Section(self._fresh_label(), heading.theme)
            self.theme = heading.theme

    def _fresh_label(self) -> str:
        return str(self.sections)

    def _opener_parties(self, block: Block) -> tuple[Party, ...]:
        scene = Scene(record=True, bare=self.paper.bare)
        cut = Cut(0, len(block.text))
        draft = read_act(block, cut, scene, self.paper, self.section)
        return with_basis(draft.responsible, "inherited") if draft else ()

    def _closed(self, block: Block) -> None:
        """Attendance, agendas, annexes: nothing binds until the next title or running text."""
        if running.is_next_title(self, block):
            self._mark(block, "heading")
            self.heading, self.closed_by, self.theme = _PROSE, None, read_theme(block.text)
            return
        long = len(block.text.split()) >= 18 and block.text.rstrip().endswith(".")
        if long and block.marker is None and not self.heading.theme:
            self.heading = _PROSE
            self._content(block)
        else:
            self._mark(block, "prose")

    def _challenge(self, block: Block) -> None:
        if block.marker is None and not (
            self.listed is False and len(block.text.split()) < 40 and self.heading.opener
        ):
            self.heading = self.outer
            self._content(block)
            return
        self.listed = True
        self._mark(block, "challenge")
        self.challenges.append(ChallengeDraft(block, self.theme))

    def _content(self, block: Block) -> None:
        if (
            self.heading.opener
            and self.listed
            and block.marker is None
            and self.heading.mode == "list"
        ):
            self.heading, self.listed = self.outer, False
            self.nesting.clear()
            self.inherited = ()
        if self.heading.mode in {"list", "final"}:
            self._operative(block)
        else:
            self._prose(block)

    def _operative(self, block: Block) -> None:
        """A block under a heading that announces agreements, priorities, actions …"""
        item = block.marker is not None or (self.heading.mode == "list" and not self.listed)
        if block.marker is not None:
            self.listed = True
            level = self.nesting.enter(block.marker)
        if self.heading.kind == "priority":
            if block.marker is not None:
                self._keep(read_priority(self, block, level.family))
            return
        parent = self.nesting.parent if block.marker is not None else None
        drafts = self._acts(block, item=item)
        if not drafts and item and running.stands_as_item(self, block, parent):
            drafts = [self._listed(block)]
        for draft in drafts:
            draft.parent = parent
            if parent is not None and not draft.responsible:
                draft.responsible = with_basis(parent.responsible, "inherited")
        if block.marker is not None:
            level.item = drafts[0] if drafts else None
        self._mark(block, "item" if drafts else "prose", max(len(self.nesting.levels) - 1, 0))
        self._keep(drafts)

    def _listed(self, block: Block) -> Draft:
        kind = self.heading.kind or "agreement"
        start = run_in_title(block.text)
        end = len(block.text)
        begin, named = name_before_colon(block.text, start, self.paper)
        draft = Draft(
            block, [(start, end)], kind, "named-task" if named else "listed-agreement", self.section
        )
        complete(draft, block.text[start:end], self.paper)
        draft.responsible = (
            named or self._wished(block.text) or self._suffix(block.text) or self.inherited
        )
        draft.theme = self.theme
        if begin != start:
            draft.ranges = [(start, end)]
        return draft

    def _wished(self, text: str) -> tuple[Party, ...]:
        """ "Que cada país designe …": whom a list wishes to do it."""
        tokens = tokenize(text[:300])
        if self.paper.language != "es" or not tokens or tokens[0].plain != "que":
            return ()
        asked = len(tokens) > 3 and tokens[1].plain == "se"  # "Que se solicite a la OIM …"
        span = frames_es.dative(tokens, 3) if asked else frames_es.clause_subject(tokens, 0)
        return name_parties(text, tokens, span, self.paper.memory)

    def _suffix(self, text: str) -> tuple[Party, ...]:
        return read_suffix(text, self.paper.memory) or read_leader(text, self.paper.memory)

    def _acts(self, block: Block, *, item: bool) -> list[Draft]:
        """All drafts of an operative block, by its words or by where it stands."""
        start = run_in_title(block.text)
        tag = read_tag(block.text, start)
        begin = start + tag.end() if tag else start
        begin, named = name_before_colon(block.text, begin, self.paper)
        found: list[Draft] = []
        for cut in cut_block(block.text, self.paper.language, item=item, start=begin):
            scene = Scene(self.heading.kind or "agreement", cut.opens, self.paper.bare, record=True)
            draft = read_act(block, cut, scene, self.paper, self.section)
            if draft is None and cut.opens:
                draft = self._bare_verb(block, cut)
            if draft is None:
                self._extend(found, cut)
                continue
            if not self._names_the_doer(found, draft, cut):
                self._settle(draft, named)
                self._link(found, draft, cut)
                found.append(draft)
        return found

    def _bare_verb(self, block: Block, cut: Cut) -> Draft | None:
        """ "Elaborar un informe …", "Prepare a report …" at the head of an item."""
        text = block.text[cut.start : cut.end]
        tokens = tokenize(text)
        if self.paper.language == "es":
            first = frames_es.open_clause(tokens)
            fits = first < len(tokens) and spanish_verbs.is_infinitive(tokens[first].low)
        else:
            first = frames_en.open_clause(tokens)
            first += first < len(tokens) and tokens[first].plain == "to"
            fits = frames_en.is_base(tokens, first)
        if not fits:
            return None
        kind = self.heading.kind or "agreement"
        draft = Draft(block, [(cut.start, cut.end)], kind, "infinitive-at-item", self.section)
        complete(draft, text, self.paper)
        draft.responsible = self._suffix(text) or self.inherited
        return draft

    def _extend(self, found: list[Draft], cut: Cut) -> None:
        """A clause after a semicolon that binds nobody itself belongs to the one before.

        So does "Plazo: 16 de marzo." or "Responsable: Ana.", which is then read again as one.
        """
        if not found:
            return
        last = found[-1]
        words = last.block.text[cut.start : cut.end]
        attribute = _ATTRIBUTE.match(fold(words)) is not None
        if cut.goes_on or attribute:
            last.ranges[-1] = (last.ranges[-1][0], cut.end)
        if attribute:
            read_attribute(last, words, self.paper)

    def _names_the_doer(self, found: list[Draft], draft: Draft, cut: Cut) -> bool:
        """ "Dicho mecanismo será llevado a cabo por X" only says who: it completes the item."""
        text = fold(draft.block.text[cut.start : cut.end])
        if not (
            found and draft.rule == "passive-future" and draft.responsible and _ANAPHORA.match(text)
        ):
            return False
        if not _SAYS_WHO.search(text) or found[-1].responsible:
            return False
        found[-1].ranges.append((cut.start, cut.end))
        found[-1].responsible = draft.responsible
        return True

    def _settle(self, draft: Draft, named: tuple[Party, ...]) -> None:
        draft.theme = self.theme
        if not draft.responsible:
            draft.responsible = named or (
                self.inherited if draft.kind != "request" or self.heading.kind == "request" else ()
            )

    def _link(self, found: list[Draft], draft: Draft, cut: Cut) -> None:
        """Anaphora and sequels depend on, or inherit from, what stands before."""
        text = fold(draft.block.text[cut.start : cut.end])
        previous = found[-1] if found else (self.drafts[-1] if self.drafts else None)
        if previous is None:
            return
        sequel = draft.deadline.relative_to == "previous item"
        if sequel or (_ANAPHORA.match(text) and found):
            draft.depends_on = previous
        if cut.goes_on and found and not draft.responsible and draft.rule.startswith("future"):
            draft.responsible = with_basis(previous.responsible, "inherited")
            draft.distributive = previous.distributive

    def _prose(self, block: Block) -> None:
        """Running text binds only in a record of a meeting, or behind a tag."""
        theme = read_theme(block.text)
        if theme and len(theme.split()) <= 12:
            self.theme = theme
        start = run_in_title(block.text)
        drafts: list[Draft] = []
        for cut in running.cuts_that_may_bind(self, block, start):
            drafts.extend(self._prose_cut(block, cut, drafts))
        if not drafts and running.is_numbered_task(self, block):
            drafts = [self._listed(block)]
        drafts = drafts or running.goes_on(self, block)
        self._mark(
            block, "item" if drafts else "thanks" if _THANKS.search(fold(block.text)) else "prose"
        )
        self._keep(drafts)
        opener = read_opener(block.text)
        if opener and self.paper.genre.lists:
            self.outer = self.heading if not self.heading.opener else self.outer
            self.inherited = self._opener_parties_of_last(block)
            self.heading, self.listed = opener, False
            self.nesting.clear()

    def _opener_parties_of_last(self, block: Block) -> tuple[Party, ...]:
        cuts = cut_block(block.text, self.paper.language, item=False)
        scene = Scene(record=True, bare=self.paper.bare)
        draft = read_act(block, cuts[-1], scene, self.paper, self.section) if cuts else None
        return with_basis(draft.responsible, "inherited") if draft else ()

    def _prose_cut(self, block: Block, cut: Cut, before: list[Draft]) -> list[Draft]:
        text = block.text[cut.start : cut.end]
        if self.paper.mixed:
            self.paper.language = clear_language(text) or self.paper.language
        tag = read_tag(text, 0)
        if text.rstrip().endswith(":") or cut.lead:
            return []
        if tag:
            return self._tagged(block, cut, tag.end(), tag.group())
        scene = Scene(None, cut.opens, self.paper.bare, record=True)
        draft = read_act(block, cut, scene, self.paper, self._item_section())
        if draft is None or draft.kind == "note":
            self._extend(before, cut)
            return []
        if not self.paper.genre.record and draft.kind == "decision":
            # News tell what was decided to be done; what was decided and done is no news.
            draft.kind, draft.actionable = "agreement", True
        draft.theme = self.theme
        self._link(before, draft, cut)
        return [draft]

    def _tagged(self, block: Block, cut: Cut, offset: int, tag: str) -> list[Draft]:
        inner = Cut(cut.start + offset, cut.end, opens=True)
        start, named = name_before_colon(block.text, inner.start, self.paper)
        kind = tag_kind(tag)
        scene = Scene(kind, True, self.paper.bare, record=True)  # type: ignore[arg-type]  # noqa: FBT003
        draft = read_act(
            block, Cut(start, cut.end, opens=True), scene, self.paper, self._item_section()
        )
        if draft is None:
            draft = Draft(block, [(inner.start, cut.end)], kind, "action-tag", self._item_section())  # type: ignore[arg-type]
            complete(draft, block.text[inner.start : cut.end], self.paper)
        draft.ranges = [(inner.start, cut.end)]
        words = block.text[cut.start : cut.end]
        draft.responsible = draft.responsible or named or names_in_tag(tag, words, self.paper)
        draft.responsible = draft.responsible or self._suffix(words)
        draft.theme = self.theme
        return [draft]

    def _item_section(self) -> Section:
        return self.section

    def _keep(self, drafts: list[Draft]) -> None:
        for draft in drafts:
            if squeeze(draft.text):
                running.weigh_decision(draft)
                self.drafts.append(draft)


_ATTRIBUTE = re.compile(
    r"^\W*(?:plazo|fecha(?: limite)?|responsables?|encargad[oa]s?|vence|vencimiento|deadline|due(?: date)?|owner"
    r"|responsible|lead|by when|target date|timeline|when|who)\s*:"
)
_THANKS = re.compile(
    r"\b(?:agradec\w+|gracias|thank\w*|felicit\w+|reconocimiento|gratitude|appreciation)\b"
)
