package dev.jvirt.qemu.command;

import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.command.OptionSyntax.ArrayStyle;
import dev.jvirt.qemu.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The arguments collected so far. Properties become JSON where this QEMU understands that, and the
/// old syntax where not.
final class Arguments {
    private final QemuCapabilities capabilities;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    Arguments(QemuCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    void add(String word) {
        words.add(word);
    }

    void add(String option, String value) {
        words.add(option);
        words.add(value);
    }

    void environment(String name, String value) {
        environment.put(name, value);
    }

    /// `-device`, whose member `driver` says what it is.
    void device(JsonObject properties) {
        add(
                "-device",
                capabilities.has(QemuFlag.DEVICE_JSON_HOTPLUG)
                        ? properties.text()
                        : OptionSyntax.text(properties, "driver", ArrayStyle.NUMBERED));
    }

    /// `-object`, whose member `qom-type` says what it is.
    void object(JsonObject properties) {
        add(
                "-object",
                capabilities.has(QemuFlag.OBJECT_QAPIFIED)
                        ? properties.text()
                        : OptionSyntax.text(properties, "qom-type", ArrayStyle.RANGES));
    }

    /// `-netdev`, whose member `type` says what it is.
    void netdev(JsonObject properties) {
        add(
                "-netdev",
                capabilities.has(QemuFlag.NETDEV_JSON)
                        ? properties.text()
                        : OptionSyntax.text(properties, "type", ArrayStyle.STRINGS));
    }

    /// `-blockdev`, which is always JSON.
    void blockdev(JsonObject properties) {
        add("-blockdev", properties.text());
    }

    QemuCommandLine toCommandLine() {
        return new QemuCommandLine(words, environment);
    }
}
