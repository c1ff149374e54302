"""`python -m imr_parse`."""

from imr_parse.cli import main

if __name__ == "__main__":
    main()
