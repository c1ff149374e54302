"""Every known letter layout: one file each, as data."""

from imr_parse.layouts.final_determination_2013 import LAYOUT as _FINAL_DETERMINATION_2013
from imr_parse.layouts.final_determination_2014 import LAYOUT as _FINAL_DETERMINATION_2014
from imr_parse.layouts.model import Layout
from imr_parse.layouts.notice_2013 import LAYOUT as _NOTICE_2013
from imr_parse.layouts.professional_review_2013 import LAYOUT as _PROFESSIONAL_REVIEW_2013

KNOWN: tuple[Layout, ...] = (
    _FINAL_DETERMINATION_2014,
    _FINAL_DETERMINATION_2013,
    _NOTICE_2013,
    _PROFESSIONAL_REVIEW_2013,
)
