package dev.jvirt.qemu.monitor;

import dev.jvirt.qemu.json.JsonObject;

/// Something asked of QEMU.
///
/// @param name QMP's name of the command, for example `query-status`
/// @param arguments empty for a command without any
public record MonitorCommand(String name, JsonObject arguments) {
    /// A command without arguments.
    public MonitorCommand(String name) {
        this(name, JsonObject.EMPTY);
    }

    /// Appends the command as it is sent. QEMU reads its monitor one byte at a time, so there is
    /// not one too many.
    void appendTo(StringBuilder out, long id) {
        out.append("{\"execute\":\"").append(name).append('"');
        if (!arguments.isEmpty()) {
            out.append(",\"arguments\":");
            arguments.appendTo(out);
        }
        out.append(",\"id\":").append(id).append("}\n");
    }
}
