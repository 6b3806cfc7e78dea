package dev.jvirt.rpc.server;

import java.nio.file.Path;
import java.util.OptionalInt;

/// A unix socket to listen on.
///
/// @param path where it is
/// @param mode its permissions, such as octal 0777
/// @param group the number of the group that owns it; empty: the daemon's
/// @param readOnly whether its clients may only look
/// @param auth how its clients authenticate
public record UnixSocket(Path path, int mode, OptionalInt group, boolean readOnly, AuthType auth)
        implements ListeningSocket {}
