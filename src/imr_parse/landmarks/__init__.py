"""Printed words of the layouts, found in a letter however they are printed."""
