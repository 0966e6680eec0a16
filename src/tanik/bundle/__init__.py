"""The portable dossier: one ZIP file that holds a dossier and all that is needed to check it, for years, offline.

Comes in: a dossier, the bytes its pages were read from, what was fetched. Goes out: an RO-Crate whose every file stands
in a manifest of SHA-256 digests; a reading of such a file that nothing in it can harm; the proof that it is what was
written; and what has become new since.
"""
