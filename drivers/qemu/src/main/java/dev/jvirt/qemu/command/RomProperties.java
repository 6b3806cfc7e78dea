package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.qemu.json.JsonObject;

/// The boot ROM of a device.
final class RomProperties {
    private RomProperties() {}

    static void add(DeviceInfo info, JsonObject.Builder out) {
        info.rom()
                .ifPresent(
                        rom -> {
                            if (!rom.enabled().orElse(true)) {
                                out.put("romfile", "");
                                return;
                            }
                            rom.bar().ifPresent(bar -> out.put("rombar", bar ? 1 : 0));
                            out.putText("romfile", rom.file());
                        });
    }
}
