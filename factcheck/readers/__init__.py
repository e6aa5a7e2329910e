"""Readers: bytes in, an Article without sentences out. One file for each input format; the rest is what they share."""
