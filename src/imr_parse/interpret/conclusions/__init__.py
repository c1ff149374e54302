"""What a rationale comes to."""
