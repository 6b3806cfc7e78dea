package dev.jvirt.qemu.command;

import dev.jvirt.qemu.json.JsonObject;

/// The conversation between the daemon and QEMU.
final class MonitorArguments {
    private MonitorArguments() {}

    static void add(DomainScope scope, Arguments out) {
        var socket = JsonObject.builder().put("backend", "socket").put("id", "charmonitor");
        if (scope.context().mode().standalone()) {
            socket.put("path", scope.context().folders().lib() + "/monitor.sock");
        } else {
            socket.put("fd", out.pass(new Descriptor.Monitor()));
        }
        out.chardev(socket.put("server", true).put("wait", false));
        out.add("-mon", "chardev=charmonitor,id=monitor,mode=control");
    }
}
