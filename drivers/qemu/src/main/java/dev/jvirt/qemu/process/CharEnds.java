package dev.jvirt.qemu.process;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The host ends of character devices, as QEMU names them.
///
/// @param files by the label of the character device
record CharEnds(Map<String, String> files) {
    private static final String PTY = "pty:";

    /// The definition with the terminals that QEMU opened.
    DomainDefinition complete(DomainDefinition live) {
        List<Device> devices = live.devices().all().stream().map(this::complete).toList();
        return live.withDevices(live.devices().withAll(devices));
    }

    private Device complete(Device device) {
        if (device instanceof CharDevice chars
                && chars.backend().source() instanceof CharSource.Pty) {
            Optional<String> path = terminal(chars);
            return path.isPresent() ? chars.withSource(new CharSource.Pty(path)) : chars;
        }
        return device;
    }

    private Optional<String> terminal(CharDevice device) {
        return device.info()
                .alias()
                .map(alias -> files.getOrDefault("char" + alias, ""))
                .filter(file -> file.startsWith(PTY))
                .map(file -> file.substring(PTY.length()));
    }
}
