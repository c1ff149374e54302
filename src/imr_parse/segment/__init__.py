"""Which text belongs to which field, item and part of a letter."""
