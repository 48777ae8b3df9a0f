"""Files sealed as they come in: no plain piece of them is ever written anywhere.

A file has a key of its own, kept in its section with its name; its pieces are noise without it. What is stored is
as long as the next of a few lengths (Padmé), so that a size says little.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.db import transaction
from django.http import HttpRequest, QueryDict
from django.http.multipartparser import MultiPartParser

from consuno.core import clock, jobs, primitives, traces
from consuno.core.models import FilePiece, Key, SealedFile, Section, User
from consuno.core.models.vault import random_id
from consuno.core.primitives import DoesNotOpenError, Secret
from consuno.core.vault import sections
from consuno.core.vault.locks import bound

#: Bytes of the largest file; of what is sealed at once; of the rows that hold it (sixteen of those).
LARGEST = 50 * 1024 * 1024
CHUNK = 64 * 1024
MEGABYTE = 1024 * 1024
ROW = 16
#: Kind of the section that holds a file's name and key.
KIND = "file"


def padded(size: int) -> int:
    """The length stored for a size (Padmé: at most 12 % more, and only log log n bits of the size told)."""
    if size < 2:
        return 512
    exponent = size.bit_length() - 1
    loose = exponent - exponent.bit_length()
    mask = (1 << loose) - 1
    return max(512, (size + mask) & ~mask)


class Sealer:
    """Seals one file while it comes in, writing each row as soon as it is full."""

    def __init__(self) -> None:
        self.upload, self.key = random_id(), primitives.new_key()
        self.size, self.too_large = 0, False
        self._digest = sha256()
        self._stream = primitives.seal_stream(self.key, bound("file", self.upload))
        self._waiting = bytearray()
        self._row = bytearray(self._stream.header)
        self._rows = self._chunks = 0

    def take(self, data: bytes) -> None:
        """The next bytes. Beyond the largest size they fall, and the file is refused."""
        self.size += len(data)
        if self.size > LARGEST:
            self.too_large = True
            return
        self._digest.update(data)
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]))
            del self._waiting[:CHUNK]

    def _seal(self, piece: bytes, *, last: bool = False) -> None:
        self._row += self._stream.push(piece, last=last)
        self._chunks += 1
        if last or self._chunks % ROW == 0:
            FilePiece.objects.create(upload=self.upload, number=self._rows, sealed=bytes(self._row))
            self._rows, self._row = self._rows + 1, bytearray()

    def finish(self) -> None:
        """Fill it up to its stored length, and mark its end."""
        if self.too_large:
            self.forget()
            return
        self._waiting += bytes(padded(self.size) - self.size)
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]))
            del self._waiting[:CHUNK]
        self._seal(bytes(self._waiting), last=True)

    def forget(self) -> None:
        """Take back what was written."""
        FilePiece.objects.filter(upload=self.upload).delete()
        traces.leave()

    @property
    def digest(self) -> str:
        """SHA-256 of the file as it came; it goes into its section only: a bare digest tells a known file."""
        return self._digest.hexdigest()


class SealedUpload(UploadedFile):
    """What a form gets in the place of a file: its pieces are sealed already."""

    def __init__(self, sealer: Sealer, name: str | None, content_type: str | None) -> None:
        super().__init__(None, name, content_type, sealer.size)
        self.sealer = sealer


class SealingUploadHandler(FileUploadHandler):
    """Seals each file of a form as it comes in; nothing of it stays in memory or reaches a disk plain.

    Before the first piece is kept, `admits` is asked of the fields that came before it (the form's token is the first);
    of each megabyte, `too_much` says why no more is taken, if so. What is not taken is read and let fall.
    """

    chunk_size = CHUNK

    def __init__(
        self,
        request: HttpRequest,
        *,
        admits: Callable[[QueryDict], bool],
        too_much: Callable[[], str],
    ) -> None:
        super().__init__(request)
        self._admits, self._too_much = admits, too_much
        self.sealers: list[Sealer] = []
        self.refusal = ""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file, if it is let in."""
        super().new_file(*args, **kwargs)
        if self.refusal or not self._admits(self.fields()):
            raise SkipFile
        self._sealer = Sealer()
        self._counted = 0
        self.sealers.append(self._sealer)

    def fields(self) -> QueryDict:
        """The fields of the form that have come so far."""
        return getattr(self.parser, "_post", None) or QueryDict()

    #: Set by `parse`: Django tells a handler nothing of the fields beside its file.
    parser: Any = None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Seal a piece; none is passed on."""
        while self._counted * MEGABYTE < start + len(raw_data):
            self._counted += 1
            self.refusal = self._too_much()
            if self.refusal:
                raise SkipFile
        self._sealer.take(raw_data)

    def file_complete(self, file_size: int) -> SealedUpload:
        """Hand over what opens it."""
        self._sealer.finish()
        return SealedUpload(self._sealer, self.file_name, self.content_type)

    def forget_unclaimed(self) -> None:
        """Take back the pieces of every file that no record holds now: refused, half come, or one too many."""
        made = [sealer.upload for sealer in self.sealers]
        held = set(SealedFile.objects.filter(upload__in=made).values_list("upload", flat=True))
        for sealer in self.sealers:
            if sealer.upload not in held:
                sealer.forget()


def parse(request: HttpRequest, handler: SealingUploadHandler) -> None:
    """Read a form's body by this handler. Raises what Django raises of a body that is no form or breaks off."""
    request.upload_handlers = [handler]

    def parse_file_upload(meta: Any, body: Any) -> Any:
        handler.parser = MultiPartParser(meta, body, [handler], request.encoding)
        return handler.parser.parse()

    request.parse_file_upload = parse_file_upload  # type: ignore[method-assign, assignment]
    _read = request.POST


@dataclass(frozen=True, slots=True)
class Label:
    """What a file's section says of it."""

    name: str
    size: int
    sha256: str
    key: bytes
    upload: str


@transaction.atomic
def keep(upload: SealedUpload, owner: str, holders: Sequence[Key], *, purpose: str) -> Section:
    """Seal what opens a file for these holders; from now on it is theirs."""
    sealer = upload.sealer
    section = sections.seal(
        owner, KIND, _labelled(upload.name or "", sealer), holders, purpose=purpose
    )
    SealedFile.objects.create(section=section, upload=sealer.upload)
    return section


def _labelled(name: str, sealer: Sealer) -> bytes:
    said = {
        "name": name, "size": sealer.size, "sha256": sealer.digest,
        "key": base64.b64encode(sealer.key).decode(), "upload": sealer.upload,
    }  # fmt: skip
    plain = json.dumps(said).encode()
    return plain + b" " * (-len(plain) % 512)


def again(section: Section, plain: bytes) -> bytes:
    """Seal a file's pieces anew under another key: whoever kept the one before opens them no more.

    Within the transaction that gives its section another key. Returns the section's new text. Raises
    DoesNotOpenError where the pieces are not the file they were.
    """
    before, sealer = label(plain), Sealer()
    for piece in pieces(before):
        sealer.take(piece)
    sealer.finish()
    if sealer.digest != before.sha256:
        raise DoesNotOpenError
    FilePiece.objects.filter(upload=before.upload).delete()
    SealedFile.objects.filter(section=section).update(upload=sealer.upload)
    return _labelled(before.name, sealer)


sections.AGAIN[KIND] = again


def label(plain: bytes) -> Label:
    """Read the section of a file."""
    said = json.loads(plain)
    key = base64.b64decode(said["key"])
    return Label(said["name"], said["size"], said["sha256"], key, said["upload"])


def open_file(
    section: Section, holder: Key, secret: Secret, *, by: User | None, purpose: str
) -> Label:
    """What opens a file, its opening written down. Raises NoGrantError, DoesNotOpenError."""
    return label(sections.read(section, holder, secret, by=by, purpose=purpose))


def pieces(found: Label) -> Iterator[bytes]:
    """The file's bytes, in order. Raises DoesNotOpenError where anything is missing, moved or altered."""
    rows = FilePiece.objects.filter(upload=found.upload).order_by("number")
    left, stream, whole = found.size, None, False
    for row in rows.iterator(chunk_size=1):
        sealed = bytes(row.sealed)
        if stream is None:
            header, sealed = sealed[: primitives.STREAM_HEADER], sealed[primitives.STREAM_HEADER :]
            stream = primitives.open_stream(found.key, header, bound("file", found.upload))
        step = CHUNK + primitives.STREAM_EXTRA
        for at in range(0, len(sealed), step):
            piece, whole = stream.pull(sealed[at : at + step])
            if left:
                yield piece[:left]
                left -= min(left, len(piece))
    if left or not whole:
        raise DoesNotOpenError


@jobs.job(cron="53 3 * * *")
def forget_unfinished() -> None:
    """Take away pieces whose file was never finished; they opened to nobody."""
    known = SealedFile.objects.values("upload")
    FilePiece.objects.filter(came_on__lt=clock.today()).exclude(upload__in=known).delete()
