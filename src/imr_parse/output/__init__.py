"""How records leave the program: JSON lines, JSON Schema, and the columns of tables."""
