"""What a page says by its form: lists under an announcing line, tables, letters, turns, dated entries, articles.

Comes in: a page. Goes out: where its items, rows, datelines and turns stand, as spans. What they say is read elsewhere.
"""
