"""Contradictions: one detector a file."""
