package dev.jvirt.api.domain;

import java.util.Optional;

/// Which layers of a disk are merged downwards.
///
/// @param base the file that receives the data: a path, or for example `vda[3]`; empty for the
/// lowest one
/// @param top the file whose data go down; empty for the uppermost one
/// @param bandwidth the limit in MiB/s, or in bytes/s with a flag; 0: none
public record BlockCommit(Optional<String> base, Optional<String> top, long bandwidth) {}
