package dev.jvirt.qemu.process;

import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharSource;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.monitor.CharState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Both ends of character devices, as QEMU knows them.
///
/// @param states by the label of the character device
record CharEnds(Map<String, CharState> states) {
    private static final String PTY = "pty:";

    /// The definition with the terminals that QEMU opened, and with who listens in the guest.
    DomainDefinition complete(DomainDefinition live) {
        List<Device> devices = live.devices().all().stream().map(this::complete).toList();
        return live.withDevices(live.devices().withAll(devices));
    }

    private Device complete(Device device) {
        return device instanceof CharDevice chars ? listener(terminal(chars)) : device;
    }

    private CharDevice terminal(CharDevice device) {
        if (!(device.backend().source() instanceof CharSource.Pty)) {
            return device;
        }
        Optional<String> path =
                state(device)
                        .map(CharState::file)
                        .filter(file -> file.startsWith(PTY))
                        .map(file -> file.substring(PTY.length()));
        return path.isPresent() ? device.withSource(new CharSource.Pty(path)) : device;
    }

    private CharDevice listener(CharDevice device) {
        Optional<Boolean> connected = state(device).map(CharState::open);
        return connected.isPresent() && device.target() instanceof CharTarget.VirtioChannel channel
                ? device.withTarget(new CharTarget.VirtioChannel(channel.name(), connected))
                : device;
    }

    private Optional<CharState> state(CharDevice device) {
        return device.info().alias().map(alias -> states.get("char" + alias));
    }

    /// The definition in which somebody in the guest has opened or closed a channel.
    static DomainDefinition withListener(DomainDefinition live, String alias, boolean open) {
        List<Device> devices =
                live.devices().all().stream()
                        .map(device -> withListener(device, alias, open))
                        .toList();
        return live.withDevices(live.devices().withAll(devices));
    }

    private static Device withListener(Device device, String alias, boolean open) {
        return device instanceof CharDevice chars
                        && chars.info().alias().filter(alias::equals).isPresent()
                        && chars.target() instanceof CharTarget.VirtioChannel channel
                ? chars.withTarget(new CharTarget.VirtioChannel(channel.name(), Optional.of(open)))
                : device;
    }
}
