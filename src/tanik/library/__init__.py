"""The texts held as evidence: a folder with a catalogue, the texts and their fingerprints.

The question this room answers: *which documents do we have, unharmed, and where does a fingerprint stand?*
"""
