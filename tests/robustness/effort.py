"""How long is fuzzed and how often is killed: little in ``make test``, much in ``make stress``, by environment variables."""

from __future__ import annotations

import os

KILLS = int(os.environ.get("STRESS_KILLS", "40"))
"""Runs that are killed in the middle."""
SECONDS = float(os.environ.get("STRESS_SECONDS", "0"))
"""Fuzzing by the clock: shared by all that fuzz; 0 is a fixed small number of examples."""
LARGE = bool(os.environ.get("STRESS_KILLS"))
"""Whether files of a hundred megabytes are tried."""
SEED = int(os.environ["STRESS_SEED"]) if "STRESS_SEED" in os.environ else None
"""Where fuzzing by the clock begins: the same examples each time (``.ci/run``), or always others (``make stress``)."""
