package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.DeviceInfo;
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
    private final DescriptorNumbers numbers;
    private final DeviceOverrides overrides;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<PassedDescriptor> descriptors = new ArrayList<>();
    private int fdSets;

    Arguments(DomainScope scope) {
        this.capabilities = scope.capabilities();
        this.numbers = scope.context().descriptors();
        this.overrides = new DeviceOverrides(scope.definition().qemu().overrides());
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
    void device(JsonObject.Builder builder) {
        JsonObject properties = overrides.apply(builder.build());
        add(
                "-device",
                capabilities.has(QemuFlag.DEVICE_JSON_HOTPLUG)
                        ? properties.text()
                        : OptionSyntax.text(properties, "driver", ArrayStyle.NUMBERED));
    }

    /// `-device`, with the device behind it that gives a PCI device its identifiers on s390.
    void device(JsonObject.Builder builder, DeviceInfo info) {
        if (info.address().orElse(null) instanceof Address.Pci pci && pci.zpci().isPresent()) {
            var zpci = pci.zpci().get();
            var extension = JsonObject.builder().put("driver", "zpci");
            extension.putNumber("uid", zpci.uid());
            extension.putNumber("fid", zpci.fid());
            extension.put("target", info.alias().orElse(""));
            device(extension.put("id", "zpci" + zpci.uid().orElse(0)));
        }
        device(builder);
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

    /// `-chardev`, whose member `backend` says what it is. QEMU does not take JSON here.
    void chardev(JsonObject.Builder properties) {
        add("-chardev", OptionSyntax.text(properties.build(), "backend", ArrayStyle.NUMBERED));
    }

    /// Options in the old syntax, all alike.
    void options(String option, JsonObject.Builder properties) {
        add(option, OptionSyntax.text(properties.build(), ArrayStyle.NUMBERED));
    }

    /// Options in the old syntax, the value of one of them standing alone at the beginning.
    void options(String option, String first, JsonObject.Builder properties) {
        add(option, OptionSyntax.text(properties.build(), first, ArrayStyle.NUMBERED));
    }

    /// The number under which QEMU inherits a descriptor.
    int pass(Descriptor descriptor) {
        int number = numbers.numberOf(descriptor);
        descriptors.add(new PassedDescriptor(number, descriptor));
        return number;
    }

    /// The path by which QEMU opens a descriptor that it inherits.
    ///
    /// @param label for whoever looks into QEMU
    String passAsPath(Descriptor descriptor, String label) {
        int set = fdSets++;
        add("-add-fd", "set=%d,fd=%d,opaque=%s".formatted(set, pass(descriptor), label));
        return "/dev/fdset/" + set;
    }

    QemuCommandLine toCommandLine() {
        return new QemuCommandLine(words, environment, descriptors);
    }
}
