"""Formats: the only places for openpyxl and jinja2."""
