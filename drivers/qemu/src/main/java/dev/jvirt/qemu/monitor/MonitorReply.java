package dev.jvirt.qemu.monitor;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.util.Optional;

/// QEMU's answer to one command.
///
/// @param command the name of the command
/// @param result what it gave; empty if it failed
/// @param errorClass QEMU's class of the error if it failed
/// @param error QEMU's words if it failed
public record MonitorReply(
        String command, Optional<JsonValue> result, String errorClass, Optional<String> error) {
    /// What the command gave.
    ///
    /// @throws LibvirtException INTERNAL_ERROR in QEMU's words if the command failed
    public JsonValue value() {
        return result.orElseThrow(this::failure);
    }

    /// What the command gave, which is an object.
    ///
    /// @throws LibvirtException INTERNAL_ERROR if the command failed, or gave something else
    public JsonObject object() {
        if (value() instanceof JsonObject object) {
            return object;
        }
        throw new LibvirtException(
                ErrorCode.INTERNAL_ERROR, "%s reply was missing return data".formatted(command));
    }

    private LibvirtException failure() {
        String detail =
                error.isPresent()
                        ? "unable to execute QEMU command '%s': %s".formatted(command, error.get())
                        : "unable to execute QEMU command '%s'".formatted(command);
        return new LibvirtException(ErrorCode.INTERNAL_ERROR, detail);
    }
}
