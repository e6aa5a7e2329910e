"""Attribution: source, cue, content, frame; carried-over sources; roads."""
