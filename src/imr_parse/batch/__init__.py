"""Many letters: workers that survive their letters, outputs that survive the program."""
