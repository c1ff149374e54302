"""Measurements of imr-parse: not part of the installed program."""
