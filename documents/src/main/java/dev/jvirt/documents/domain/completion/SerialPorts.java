package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import java.util.ArrayList;
import java.util.OptionalInt;

/// Numbers the serial ports of the ISA bus, of which a machine has four.
final class SerialPorts {
    private static final int MAX = 4;

    private SerialPorts() {}

    static DomainDefinition assign(DomainDefinition definition) {
        boolean[] used = used(definition);
        var all = new ArrayList<Device>();
        boolean changed = false;
        for (Device device : definition.devices().all()) {
            if (device instanceof CharDevice chars
                    && chars.target() instanceof CharTarget.Serial serial
                    && isIsa(serial)
                    && serial.port().isEmpty()) {
                all.add(chars.withTarget(numbered(serial, firstFree(used))));
                changed = true;
            } else {
                all.add(device);
            }
        }
        return changed ? definition.withDevices(definition.devices().withAll(all)) : definition;
    }

    private static boolean[] used(DomainDefinition definition) {
        boolean[] used = new boolean[MAX];
        int count = 0;
        for (CharDevice device : definition.devices().serials()) {
            var serial = (CharTarget.Serial) device.target();
            if (!isIsa(serial)) {
                continue;
            }
            int port = serial.port().orElse(-1);
            if (count++ >= MAX || port >= MAX) {
                throw new LibvirtException(
                        INTERNAL_ERROR,
                        "Maximum supported number of ISA serial ports is '%d'".formatted(MAX));
            }
            if (port >= 0) {
                if (used[port]) {
                    throw new LibvirtException(
                            INTERNAL_ERROR, "target port '%d' already allocated".formatted(port));
                }
                used[port] = true;
            }
        }
        return used;
    }

    private static boolean isIsa(CharTarget.Serial serial) {
        return serial.type().filter(t -> t == CharTarget.SerialType.ISA_SERIAL).isPresent();
    }

    private static int firstFree(boolean[] used) {
        int port = 0;
        while (used[port]) {
            port++;
        }
        used[port] = true;
        return port;
    }

    static CharTarget numbered(CharTarget.Serial serial, int port) {
        return new CharTarget.Serial(serial.type(), OptionalInt.of(port), serial.model());
    }
}
