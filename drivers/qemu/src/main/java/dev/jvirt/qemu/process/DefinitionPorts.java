package dev.jvirt.qemu.process;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Graphics;
import java.util.ArrayList;
import java.util.List;

/// The display ports that a definition names.
final class DefinitionPorts {
    private DefinitionPorts() {}

    static List<Integer> of(DomainDefinition definition) {
        var ports = new ArrayList<Integer>();
        for (Graphics graphics : definition.devices().graphics()) {
            switch (graphics) {
                case Graphics.Vnc vnc -> {
                    ports.add(vnc.port());
                    ports.add(vnc.webSocket().port());
                }
                case Graphics.Spice spice -> {
                    ports.add(spice.port());
                    ports.add(spice.tlsPort());
                }
                default -> {}
            }
        }
        ports.removeIf(port -> port <= 0);
        return ports;
    }
}
