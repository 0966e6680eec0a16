"""The words a page gives as another's, who speaks them, and in what form."""
