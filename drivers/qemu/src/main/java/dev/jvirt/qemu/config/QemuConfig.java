package dev.jvirt.qemu.config;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.qemu.block.TlsCredentials;
import dev.jvirt.qemu.command.DriverSettings;
import dev.jvirt.qemu.command.SpiceServerSettings;
import dev.jvirt.qemu.command.TlsSettings;
import dev.jvirt.qemu.command.VncSettings;
import dev.jvirt.qemu.process.ProcessSettings.PortRanges;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// The settings of `qemu.conf` that this driver knows.
///
/// @param command what command lines depend on
/// @param ports the ports of displays
/// @param user who QEMU runs as: by name, by number, or as `+` and a number; absent: the daemon's
/// @param group the group QEMU runs as, named alike
/// @param clearCapabilities whether QEMU has none of root's rights, whoever it runs as
/// @param maxFiles how many files a QEMU may have open
/// @param maxProcesses how many processes the user of QEMU may have
public record QemuConfig(
        DriverSettings command,
        PortRanges ports,
        Optional<String> user,
        Optional<String> group,
        boolean clearCapabilities,
        OptionalInt maxFiles,
        OptionalInt maxProcesses) {
    private static final int PORT_LIMIT = 65535;
    private static final int DISPLAY_PORT = 5900;
    private static final int WEB_SOCKET_PORT = 5700;

    /// Reads the settings.
    ///
    /// @throws LibvirtException naming the file and the setting, if one makes no sense
    public static QemuConfig of(ConfigFile file) {
        return new QemuConfig(
                command(file),
                ports(file),
                file.text("user").filter(user -> !user.isEmpty()),
                file.text("group").filter(group -> !group.isEmpty()),
                file.bool("clear_emulator_capabilities").orElse(true),
                limit(file, "max_files"),
                limit(file, "max_processes"));
    }

    private static DriverSettings command(ConfigFile file) {
        DriverSettings usual = DriverSettings.DEFAULT;
        TlsCredentials common = common(file);
        return new DriverSettings(
                vnc(file, common),
                spice(file, common),
                tls(file, "chardev", usual.charTls(), common),
                tls(file, "nbd", usual.nbdTls(), common),
                tls(file, "vxhs", usual.vxhsTls(), common),
                file.bool("nographics_allow_host_audio").orElse(false),
                file.bool("dump_guest_core").orElse(false),
                sandbox(file));
    }

    private static VncSettings vnc(ConfigFile file, TlsCredentials common) {
        VncSettings usual = VncSettings.DEFAULT;
        return new VncSettings(
                file.text("vnc_listen").orElse(usual.listen()),
                file.bool("vnc_auto_unix_socket").orElse(usual.socketByDefault()),
                tls(file, "vnc", usual.tls(), common),
                file.text("vnc_password"),
                file.bool("vnc_sasl").orElse(usual.sasl()),
                file.text("vnc_sasl_dir"),
                file.bool("vnc_allow_host_audio").orElse(usual.hostAudio()));
    }

    private static SpiceServerSettings spice(ConfigFile file, TlsCredentials common) {
        SpiceServerSettings usual = SpiceServerSettings.DEFAULT;
        return new SpiceServerSettings(
                file.text("spice_listen").orElse(usual.listen()),
                file.bool("spice_auto_unix_socket").orElse(usual.socketByDefault()),
                tls(file, "spice", usual.tls(), common),
                file.text("spice_password"),
                file.bool("spice_sasl").orElse(usual.sasl()),
                file.text("spice_sasl_dir"));
    }

    /// What holds for every use that does not say otherwise.
    private static TlsCredentials common(ConfigFile file) {
        return new TlsCredentials(
                file.text("default_tls_x509_cert_dir").orElse(""),
                file.bool("default_tls_x509_verify").orElse(false),
                key(file, "default"));
    }

    /// Settings that have the same names with another prefix for each use.
    private static TlsSettings tls(
            ConfigFile file, String use, TlsSettings usual, TlsCredentials common) {
        String folder = common.folder().isEmpty() ? usual.folder() : common.folder();
        return new TlsSettings(
                file.bool(use + "_tls").orElse(false),
                new TlsCredentials(
                        file.text(use + "_tls_x509_cert_dir").orElse(folder),
                        file.bool(use + "_tls_x509_verify").orElse(common.verify()),
                        key(file, use).or(common::keySecret)));
    }

    private static Optional<UUID> key(ConfigFile file, String use) {
        String key = use + "_tls_x509_secret_uuid";
        return file.text(key).map(text -> uuid(file, key, text));
    }

    private static UUID uuid(ConfigFile file, String key, String text) {
        return Uuids.parse(text)
                .orElseThrow(
                        () -> file.refuse("malformed UUID '%s' for '%s'".formatted(text, key)));
    }

    private static DriverSettings.Sandbox sandbox(ConfigFile file) {
        return switch (file.number("seccomp_sandbox", -1, 1).orElse(-1)) {
            case 0 -> DriverSettings.Sandbox.OFF;
            case 1 -> DriverSettings.Sandbox.ON;
            default -> DriverSettings.Sandbox.DEFAULT;
        };
    }

    private static PortRanges ports(ConfigFile file) {
        int firstDisplay = first(file, "remote_display_port_min", DISPLAY_PORT);
        int firstWebSocket = first(file, "remote_websocket_port_min", WEB_SOCKET_PORT);
        return new PortRanges(
                firstDisplay,
                last(file, "remote_display_port_max", firstDisplay),
                firstWebSocket,
                last(file, "remote_websocket_port_max", firstWebSocket));
    }

    private static int first(ConfigFile file, String key, int least) {
        int port = file.number(key, 0, Integer.MAX_VALUE).orElse(least);
        if (port < least) {
            throw file.refuse("%s: port must be greater than or equal to %d".formatted(key, least));
        }
        return port;
    }

    private static int last(ConfigFile file, String key, int first) {
        int port = file.number(key, 0, Integer.MAX_VALUE).orElse(PORT_LIMIT);
        if (port > PORT_LIMIT || port < first) {
            throw file.refuse(
                    "%s: port must be between the minimal port and %d".formatted(key, PORT_LIMIT));
        }
        return port;
    }

    private static OptionalInt limit(ConfigFile file, String key) {
        int value = file.number(key, 0, Integer.MAX_VALUE).orElse(0);
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
