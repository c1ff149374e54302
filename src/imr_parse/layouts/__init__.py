"""Every known letter layout: one file each, as data."""

from imr_parse.layouts.final_determination_2013 import LAYOUT as _FINAL_DETERMINATION_2013
from imr_parse.layouts.final_determination_2014 import LAYOUT as _FINAL_DETERMINATION_2014
from imr_parse.layouts.model import Layout

KNOWN: tuple[Layout, ...] = (_FINAL_DETERMINATION_2014, _FINAL_DETERMINATION_2013)
