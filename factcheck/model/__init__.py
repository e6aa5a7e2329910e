"""The records of the worksheet: frozen dataclasses that know nothing of files, plugins or languages."""
