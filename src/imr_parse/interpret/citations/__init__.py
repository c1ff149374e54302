"""Guidelines into what they cite."""
