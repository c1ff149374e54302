"""From a flow of paragraphs to pages, and from pages to the bytes of a PDF or a text."""
