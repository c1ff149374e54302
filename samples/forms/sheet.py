"""How the pages of a letter of any form look, apart from its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..setting.flow import Block, Flow, Furniture

FAX_Y, TOP_Y, FOOT_Y = 768.0, 744.0, 42.0  # baselines above and below the text


@dataclass(frozen=True)
class Sheet:
    running_line: str = ""  # on every page; may hold {page} and {pages}
    on_top: bool = False  # the running line above the text instead of below
    fax: str = ""  # a fax machine's line on every page
    furniture_last: bool = False  # written to the file after the page's text
    sans: bool = False  # Helvetica instead of Times
    font_in_matrix: bool = False  # sizes written as Adobe's library does

    def flow(self, blocks: list[Block], **options: Any) -> Flow:
        """The blocks with the sheet's furniture; `options` are further fields of Flow."""
        marks = []
        if self.fax:
            marks.append(Furniture(self.fax, FAX_Y, size=9.0))
        if self.running_line:
            marks.append(Furniture(self.running_line, TOP_Y if self.on_top else FOOT_Y, centred=True))
        return Flow(
            tuple(blocks),
            furniture=tuple(marks),
            furniture_first=not self.furniture_last,
            sans=self.sans,
            **options,
        )


NO_MARKS = Sheet()
