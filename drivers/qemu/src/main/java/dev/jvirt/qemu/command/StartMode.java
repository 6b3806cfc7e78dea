package dev.jvirt.qemu.command;

import java.util.Optional;

/// How QEMU begins.
///
/// @param incoming from where the guest's state comes, as QEMU's option `-incoming` wants it
/// @param standalone whether a person will run the command, without a daemon that gives it
///     descriptors and lets it go on
public record StartMode(Optional<String> incoming, boolean standalone) {
    /// A cold start by the daemon.
    public static final StartMode COLD = new StartMode(Optional.empty(), false);

    /// A command for a person to run.
    public static final StartMode STANDALONE = new StartMode(Optional.empty(), true);

    /// A start from a state that is read from somewhere.
    public static StartMode from(String uri) {
        return new StartMode(Optional.of(uri), false);
    }
}
