package dev.jvirt.qemu.address;

import java.util.List;

/// A port on a USB bus: the way through the hubs, numbered from 1.
record UsbPlace(int bus, List<Integer> port) {
    UsbPlace {
        port = List.copyOf(port);
    }

    /// The port as documents write it: `1.2`.
    String portText() {
        var text = new StringBuilder();
        for (int step : port) {
            text.append(text.isEmpty() ? "" : ".").append(step);
        }
        return text.toString();
    }
}
