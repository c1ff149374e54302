"""Makes every sample and samples/truth.json anew: `python samples/make.py`.

A PDF whose content is unchanged is left alone, since its encryption would differ each time.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from samples import to_pdf, to_text, truth
from samples.named import samples
from samples.setting.pdf import same_content


def make(folder: Path) -> None:
    """Writes the samples and their truth into `folder`."""
    truths = {}
    for sample in samples():
        truths[sample.name] = truth(sample.spec)
        path = folder / sample.name
        data = to_text(sample.spec, sample.form) if sample.form else to_pdf(sample.spec)
        if not (path.suffix == ".pdf" and path.exists() and same_content(path.read_bytes(), data)):
            path.write_bytes(data)
    text = json.dumps(truths, indent=1, ensure_ascii=False) + "\n"
    (folder / "truth.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(HERE)
