"""The version of the record's schema: which records this version of the program reads, and what it says of others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, ValidationError

SCHEMA_VERSION = "1.1"

_MAJOR, _, _MINOR = SCHEMA_VERSION.partition(".")


def _known(version: str) -> str:
    """Of another major version the keys mean something else: nothing is taken for what it may not be."""
    if version.partition(".")[0] != _MAJOR:
        raise ValueError(f"schema {version} is not known: this version reads schema {SCHEMA_VERSION}")
    return version


SchemaVersion = Annotated[str, AfterValidator(_known)]


def newer(data: Any, error: ValidationError) -> ValueError | None:
    """What to say of a record that fails because it is of a later minor version, with values not known yet; else None."""
    version = str(data.get("schema_version")) if isinstance(data, Mapping) else ""
    minor = version.removeprefix(f"{_MAJOR}.")
    if not minor.isdecimal() or int(minor) <= int(_MINOR):
        return None
    return ValueError(
        f"the record is of schema {version}, and this version, which reads {SCHEMA_VERSION}, does not know all its "
        f"values; use a newer imr-parse ({error.error_count()} not known)"
    )
