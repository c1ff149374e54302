"""What runs through the pages of a letter and belongs to none of its values."""
