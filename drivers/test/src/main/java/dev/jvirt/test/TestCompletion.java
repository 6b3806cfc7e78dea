package dev.jvirt.test;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.completion.DriverCompletion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/// What the driver adds to definitions: names for the host's ends of network interfaces,
/// `testnet0`, `testnet1` and so on.
final class TestCompletion implements DriverCompletion {
    private static final String PREFIX = "testnet";

    @Override
    public DomainDefinition addresses(DomainDefinition definition) {
        Set<String> taken = new HashSet<>();
        for (NetworkInterface nic : definition.devices().interfaces()) {
            nic.target().dev().ifPresent(taken::add);
        }
        var all = new ArrayList<Device>();
        for (Device device : definition.devices().all()) {
            boolean open = device instanceof NetworkInterface nic && nic.target().dev().isEmpty();
            all.add(open ? named((NetworkInterface) device, taken) : device);
        }
        return definition.withDevices(definition.devices().withAll(all));
    }

    private static NetworkInterface named(NetworkInterface nic, Set<String> taken) {
        int number = 0;
        while (!taken.add(PREFIX + number)) {
            number++;
        }
        return nic.withTarget(nic.target().withDev(PREFIX + number));
    }
}
