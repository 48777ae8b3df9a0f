"""What the read API says of its answers, in its OpenAPI description: HSDS 3.1 with our profile."""

from __future__ import annotations

import datetime
import uuid
from typing import Any, Literal

from ninja import Schema
from pydantic import BaseModel, ConfigDict, Field

#: So many of a list in one answer at most.
MOST = 200


class Paged(BaseModel):
    """Which page of a list is wanted."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(1, ge=1, le=100_000)
    per_page: int = Field(50, ge=1, le=MOST)
    search: str = Field("", max_length=100)
    format: Literal["json"] = "json"


class ServicesWanted(Paged):
    """Which services; conditions add up."""

    taxonomy_term_id: uuid.UUID | None = None
    taxonomy_id: uuid.UUID | None = None
    organization_id: uuid.UUID | None = None
    modified_after: datetime.datetime | None = Field(
        None, description="Those modified at this moment (UTC unless it says) or after."
    )
    minimal: bool = Field(default=False, description="Only `id` and `last_modified`.")
    full: bool = Field(default=False, description="With all their parts.")


class TermsWanted(Paged):
    """Which terms."""

    taxonomy_id: uuid.UUID | None = None


class About(Schema):
    """What this API is."""

    version: str
    profile: str
    openapi_url: str


class Page(Schema):
    """A page of a list; each of `contents` is an object of HSDS 3.1."""

    total_items: int
    total_pages: int
    page_number: int
    size: int
    first_page: bool
    last_page: bool
    empty: bool
    contents: list[dict[str, Any]]


class Problem(Schema):
    """Why there is no answer."""

    detail: Any


class Record(BaseModel):
    """An object of HSDS 3.1; its other fields are those of the standard."""

    model_config = ConfigDict(extra="allow")

    id: str
