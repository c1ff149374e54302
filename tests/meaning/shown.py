"""A reading as the record has it: dicts and lists."""

from typing import Any


def shown(value: Any) -> Any:
    """A reading, or a part of one, with its named members as a dict."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: shown(member) for name, member in value._asdict().items()}
    return [shown(member) for member in value] if isinstance(value, tuple) else value
