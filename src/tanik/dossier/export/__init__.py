"""A dossier for other people's tools.

The question this package answers: *in which form does my program, my catalogue, my word processor take what the
dossier says?* One module a form; `formats` names them all and is the way in.
"""
