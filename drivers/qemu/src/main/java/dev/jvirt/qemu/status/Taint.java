package dev.jvirt.qemu.status;

import java.util.Optional;

/// What makes a running domain one that nobody will vouch for (`virDomainTaintFlags`), in libvirt's
/// order.
public enum Taint {
    CUSTOM_ARGV("custom-argv", "custom configuration parameters specified"),
    CUSTOM_MONITOR("custom-monitor", "custom monitor control commands issued"),
    HIGH_PRIVILEGES("high-privileges", "running with undesirable elevated privileges"),
    SHELL_SCRIPTS("shell-scripts", "network configuration using opaque shell scripts"),
    DISK_PROBING("disk-probing", "potentially unsafe disk format probing"),
    EXTERNAL_LAUNCH("external-launch", "managing externally launched configuration"),
    HOST_CPU("host-cpu", "potentially unsafe use of host CPU passthrough"),
    HOOK("hook-script", "configuration potentially modified by hook script"),
    CDROM_PASSTHROUGH("cdrom-passthrough", "use of host cdrom passthrough"),
    CUSTOM_DTB("custom-dtb", "custom device tree blob used"),
    CUSTOM_GA_COMMAND("custom-ga-command", "custom guest agent control commands issued"),
    CUSTOM_HYPERVISOR_FEATURE(
            "custom-hypervisor-feature", "hypervisor feature autodetection override"),
    DEPRECATED_CONFIG("deprecated-config", "use of deprecated configuration settings"),
    CUSTOM_DEVICE("custom-device", "custom device configuration");

    private final String word;
    private final String message;

    Taint(String word, String message) {
        this.word = word;
        this.message = message;
    }

    /// libvirt's word for it in files and logs.
    public String word() {
        return word;
    }

    /// What to tell people about it.
    public String message() {
        return message;
    }

    /// The taint of that word.
    public static Optional<Taint> of(String word) {
        for (Taint taint : values()) {
            if (taint.word.equals(word)) {
                return Optional.of(taint);
            }
        }
        return Optional.empty();
    }
}
