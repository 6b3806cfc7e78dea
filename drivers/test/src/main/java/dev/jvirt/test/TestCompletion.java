package dev.jvirt.test;

import dev.jvirt.documents.domain.Architectures;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.Os;
import dev.jvirt.documents.domain.QemuExtensions;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.completion.DriverCompletion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/// What the driver adds to definitions: kinds of graphics cards, and names for the host's ends of
/// network interfaces, `testnet0`, `testnet1` and so on.
final class TestCompletion implements DriverCompletion {
    private static final String PREFIX = "testnet";

    /// Extensions for other hypervisors mean nothing here.
    @Override
    public DomainDefinition basics(DomainDefinition definition) {
        return definition.withQemu(QemuExtensions.NONE);
    }

    @Override
    public Device device(Device device, DomainDefinition definition) {
        if (!(device instanceof Video video)) {
            return device;
        }
        Video chosen = video.model().isEmpty() ? video.withModel(model(definition.os())) : video;
        boolean hasHeads = chosen.heads().isPresent() || chosen.is(Video.Model.NONE);
        return hasHeads ? chosen : chosen.withHeads(1);
    }

    private static Video.Model model(Os os) {
        if (os.type() == Os.Type.XEN || os.type() == Os.Type.LINUX) {
            return Video.Model.XEN;
        }
        return Architectures.isPpc64(os.arch().orElse("")) ? Video.Model.VGA : Video.Model.CIRRUS;
    }

    @Override
    public DomainDefinition addresses(DomainDefinition definition) {
        Set<String> taken = new HashSet<>();
        for (NetworkInterface nic : definition.devices().interfaces()) {
            nic.target().dev().ifPresent(taken::add);
        }
        var all = new ArrayList<Device>();
        int number = 0;
        for (Device device : definition.devices().all()) {
            if (device instanceof NetworkInterface nic && nic.target().dev().isEmpty()) {
                while (!taken.add(PREFIX + number)) {
                    number++;
                }
                all.add(nic.withTarget(nic.target().withDev(PREFIX + number)));
            } else {
                all.add(device);
            }
        }
        return definition.withDevices(definition.devices().withAll(all));
    }
}
