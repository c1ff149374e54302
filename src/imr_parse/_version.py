"""The version that every record carries as `source.parser_version`."""

__version__ = "0.1.0"
