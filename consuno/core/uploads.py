"""Uploads stay in memory, up to a limit, and never touch a temporary file."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

LIMIT = 10 * 1024 * 1024


class LimitedUploadHandler(FileUploadHandler):
    """Keep at most LIMIT bytes; what is more is thrown away and the file marked `too_large`.

    The rest of the form is still read, so that nothing the person typed is lost.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._kept = io.BytesIO()
        self._too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a piece, or let it fall."""
        if self._kept.tell() + len(raw_data) > LIMIT:
            self._too_large = True
        else:
            self._kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Hand the file over."""
        size = self._kept.tell()
        self._kept.seek(0)
        done = InMemoryUploadedFile(
            self._kept, self.field_name, self.file_name, self.content_type, size, self.charset,
            self.content_type_extra,
        )  # fmt: skip
        done.too_large = self._too_large  # type: ignore[attr-defined]
        return done
