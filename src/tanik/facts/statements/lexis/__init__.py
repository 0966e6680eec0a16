"""Words of a sentence: closed word classes, the table of verbs in any inflected form, and what a word's form tells."""
