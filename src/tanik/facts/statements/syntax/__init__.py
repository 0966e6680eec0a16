"""How words stand together: clauses, noun phrases with their case, and in whose voice a clause speaks."""
