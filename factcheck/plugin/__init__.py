"""The plugin framework. A plugin imports ``hookimpl`` and the records from here, and nothing else of factcheck."""

from __future__ import annotations

import pluggy

PROJECT = "factcheck"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)
