"""The shared letters' truth, for tests that skip where it is absent."""

import json
from pathlib import Path
from typing import Any

import pytest

LETTERS = Path(__file__).parents[2].parent / "shared" / "letters"


@pytest.fixture(scope="session")
def decisions() -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    """(place, what the letter prints, what it means) for each decision of the shared letters."""
    if not (LETTERS / "meaning.json").is_file():
        pytest.skip("../shared/letters is not here")
    printed = json.loads((LETTERS / "truth.json").read_text(encoding="utf-8"))
    meant = json.loads((LETTERS / "meaning.json").read_text(encoding="utf-8"))
    return [
        (f"{name}/{number}", one, truth)
        for name, truths in meant.items()
        for number, (one, truth) in enumerate(zip(printed[name]["decisions"], truths, strict=True))
    ]
