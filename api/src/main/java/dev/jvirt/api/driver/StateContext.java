package dev.jvirt.api.driver;

import java.nio.file.Path;
import java.util.Optional;

/// What the daemon tells a driver that it makes.
///
/// @param root below which every path lies; empty for the paths of the system (or of the user's
/// session)
/// @param privileged whether this is the system's daemon and not one of a user's session
/// @param audit where the driver notes what its guests use
public record StateContext(Optional<Path> root, boolean privileged, AuditTrail audit) {
    /// Without an audit trail.
    public StateContext(Optional<Path> root, boolean privileged) {
        this(root, privileged, AuditTrail.NONE);
    }
}
