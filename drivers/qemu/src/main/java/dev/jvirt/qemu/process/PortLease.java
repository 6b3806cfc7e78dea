package dev.jvirt.qemu.process;

import dev.jvirt.qemu.command.DisplayPorts;
import java.util.ArrayList;
import java.util.List;

/// The display ports that one domain takes. Closing gives them back.
///
/// It belongs to whoever holds the domain's job.
public final class PortLease implements DisplayPorts, AutoCloseable {
    private final GraphicsPorts displays;
    private final GraphicsPorts webSockets;
    private final List<Taken> taken = new ArrayList<>();

    private record Taken(GraphicsPorts from, int port) {}

    PortLease(GraphicsPorts displays, GraphicsPorts webSockets) {
        this.displays = displays;
        this.webSockets = webSockets;
    }

    @Override
    public int vnc() {
        return acquire(displays);
    }

    @Override
    public int webSocket() {
        return acquire(webSockets);
    }

    @Override
    public int spice() {
        return acquire(displays);
    }

    @Override
    public int spiceTls() {
        return acquire(displays);
    }

    private int acquire(GraphicsPorts from) {
        int port = from.acquire();
        taken.add(new Taken(from, port));
        return port;
    }

    /// Notes a port that a document names, or that an adopted domain has.
    void reserve(int port) {
        displays.reserve(port);
        webSockets.reserve(port);
        taken.add(new Taken(displays, port));
        taken.add(new Taken(webSockets, port));
    }

    @Override
    public void close() {
        for (Taken one : taken) {
            one.from().release(one.port());
        }
        taken.clear();
    }
}
