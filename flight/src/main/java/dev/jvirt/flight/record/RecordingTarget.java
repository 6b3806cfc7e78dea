package dev.jvirt.flight.record;

import java.nio.file.Path;

/// Where a recording goes.
///
/// @param file the file; one that is there already gets a number behind it
/// @param about who records whom
public record RecordingTarget(Path file, String about) {}
