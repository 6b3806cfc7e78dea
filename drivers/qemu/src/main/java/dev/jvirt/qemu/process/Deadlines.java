package dev.jvirt.qemu.process;

import java.time.Duration;

/// How long the driver waits for what.
///
/// @param job for whoever holds a domain's job
/// @param monitor for QEMU to answer a command
/// @param start for QEMU to answer the first commands after its start
/// @param terminate for QEMU to end when it is asked to
/// @param kill for the kernel to end a QEMU that did not
public record Deadlines(
        Duration job, Duration monitor, Duration start, Duration terminate, Duration kill) {
    /// As long as libvirt waits, save for the monitor, where libvirt waits for ever.
    public static final Deadlines DEFAULT =
            new Deadlines(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(15));
}
