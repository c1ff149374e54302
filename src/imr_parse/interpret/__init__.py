"""Text to values: pure readers of what the sections of a letter say."""
