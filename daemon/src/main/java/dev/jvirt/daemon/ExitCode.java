package dev.jvirt.daemon;

/// What the daemon's process ends with, as libvirt numbers it.
enum ExitCode {
    SUCCESS(0),
    FAILURE(1),
    PID_FILE(1),
    RUN_FOLDER(2),
    INITIALISATION(3),
    NETWORK(6),
    AUDIT(9),
    DRIVER(11);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
