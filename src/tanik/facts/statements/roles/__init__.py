"""One clause read alone: who did what to whom, by case and word order."""
