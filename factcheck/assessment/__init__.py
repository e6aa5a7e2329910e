"""Assessment: levels, routes, flags, priority."""
