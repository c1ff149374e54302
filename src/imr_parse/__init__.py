"""California Independent Medical Review determinations: PDF or text in, one validated record out.

    from imr_parse import parse_file
    record = parse_file("letter.pdf")

The functions print nothing and keep no state between calls. Several threads may call them: PDFium itself is not
safe in threads, so its calls are held under one lock; for speed use processes.
"""

from imr_parse._version import __version__
from imr_parse.errors import ImrParseError
from imr_parse.pipeline import Options, parse_bytes, parse_file, parse_text
from imr_parse.record import Determination

__all__ = [
    "Determination",
    "ImrParseError",
    "Options",
    "__version__",
    "parse_bytes",
    "parse_file",
    "parse_text",
]
