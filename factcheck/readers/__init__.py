"""Readers: one file for each input format."""
