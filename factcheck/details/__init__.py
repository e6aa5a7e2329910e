"""Details: one finder a file."""
