"""Flags: one file a family, one record a flag, each with its rule as data, its source and its examples."""
