package dev.jvirt.virsh.shell;

/// How important a message is; `-d` says from which one on they are shown.
public enum DebugLevel {
    /// Level 0.
    DEBUG("DEBUG"),
    /// Level 1.
    INFO("INFO"),
    /// Level 2, which the log file calls INFO as well.
    NOTICE("INFO"),
    /// Level 3.
    WARNING("WARNING"),
    /// Level 4.
    ERROR("ERROR");

    private final String label;

    DebugLevel(String label) {
        this.label = label;
    }

    /// Its name in the log file.
    String label() {
        return label;
    }
}
