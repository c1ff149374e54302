"""Everything is accounted for: every character of a letter is a title, a label, a value, fixed words, furniture, or said."""
