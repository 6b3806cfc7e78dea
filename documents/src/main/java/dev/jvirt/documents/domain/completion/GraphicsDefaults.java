package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Graphics;
import dev.jvirt.documents.domain.GraphicsListen;
import java.util.ArrayList;
import java.util.Optional;

/// A SPICE server without any port listens nowhere.
final class GraphicsDefaults {
    private GraphicsDefaults() {}

    static DomainDefinition fill(DomainDefinition definition) {
        var all = new ArrayList<Device>();
        boolean changed = false;
        for (Device device : definition.devices().all()) {
            if (device instanceof Graphics.Spice spice && isClosed(spice)) {
                var listens = new ArrayList<>(spice.listens());
                listens.set(
                        0,
                        new GraphicsListen(
                                GraphicsListen.Type.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false));
                all.add(spice.withListens(listens));
                changed = true;
            } else {
                all.add(device);
            }
        }
        return changed ? definition.withDevices(definition.devices().withAll(all)) : definition;
    }

    private static boolean isClosed(Graphics.Spice spice) {
        return spice.listens().getFirst().type() == GraphicsListen.Type.ADDRESS
                && spice.port() == 0
                && spice.tlsPort() == 0
                && !spice.autoPort();
    }
}
