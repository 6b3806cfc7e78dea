package dev.jvirt.protocol.wire;

/// The programs that share a connection: each has its own space of procedure numbers.
public enum Program {
    /// Everything an application does with hypervisors.
    REMOTE(0x20008086),
    /// What only QEMU can do.
    QEMU(0x20008087),
    /// What only LXC can do.
    LXC(0x00068000),
    /// The administration of a daemon, on a socket of its own.
    ADMIN(0x06900690),
    /// Pings and their answers.
    KEEPALIVE(0x6b656570);

    private final int number;

    Program(int number) {
        this.number = number;
    }

    /// The number in the header of its messages.
    public int number() {
        return number;
    }

    /// The version of its procedures; all programs are at their first.
    public int version() {
        return 1;
    }
}
