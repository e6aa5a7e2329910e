"""Very many articles on a Dask cluster: a command and its settings. Registers no feature: the worksheets are those of ``generate``.

Imports neither Dask nor fsspec nor pyarrow; the command does when it runs.
"""

from __future__ import annotations

from factcheck.plugin.records import Plugin, Setting

NAME = "dask"
PLUGIN = Plugin(
    title="Dask",
    settings=(
        Setting(
            "scheduler",
            "",
            "the address of a cluster's scheduler, to whose workers the articles go; a cluster here by default",
            user_only=True,
        ),
        Setting("workers", 0, "processes of a cluster here; as many as there are cores by default"),
    ),
)
