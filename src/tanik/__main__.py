"""``python -m tanik``: the command line, where its script is not on the path."""

from tanik.cli.main import main

if __name__ == "__main__":
    main()
