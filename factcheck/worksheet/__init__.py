"""The worksheet: columns, rows, entries; knows no file format."""
