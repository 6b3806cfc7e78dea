package dev.jvirt.qemu.firmware;

import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonException;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// What a firmware is, and which machines it is for.
///
/// @param interfaces what it offers to what it boots
/// @param features of those that libvirt knows, in the order of the descriptor
public record FirmwareDescriptor(
        List<Interface> interfaces,
        FirmwareMapping mapping,
        List<Target> targets,
        List<FirmwareFeature> features) {
    /// What a firmware offers to what it boots.
    public enum Interface {
        BIOS("bios"),
        OPENFIRMWARE("openfirmware"),
        UBOOT("uboot"),
        UEFI("uefi");

        private final String text;

        Interface(String text) {
            this.text = text;
        }

        /// The name in descriptors.
        public String text() {
            return text;
        }

        private static Interface of(String text) {
            for (Interface one : values()) {
                if (one.text.equals(text)) {
                    return one;
                }
            }
            throw new JsonException("unknown interface type: '%s'".formatted(text));
        }
    }

    /// Machines of one architecture.
    ///
    /// @param arch by libvirt's name
    /// @param machines patterns with `*` and `?`
    public record Target(String arch, List<String> machines) {
        /// Machines of one architecture.
        public Target {
            machines = List.copyOf(machines);
        }

        private boolean includes(String guestArch, String machine) {
            return arch.equals(guestArch)
                    && machines.stream().anyMatch(pattern -> Glob.matches(pattern, machine));
        }
    }

    /// A firmware.
    public FirmwareDescriptor {
        interfaces = List.copyOf(interfaces);
        targets = List.copyOf(targets);
        features = List.copyOf(features);
    }

    /// Reads a descriptor.
    ///
    /// @throws JsonException if it lacks something or has an unknown word, named in the message
    public static FirmwareDescriptor parse(String text) {
        if (!(JsonValue.parse(text) instanceof JsonObject root)) {
            throw new JsonException("a firmware descriptor is an object");
        }
        var interfaces = new ArrayList<Interface>();
        for (String name : array(root, "interface-types").strings()) {
            interfaces.add(Interface.of(name));
        }
        var targets = new ArrayList<Target>();
        for (JsonObject target : array(root, "targets").objects()) {
            targets.add(
                    new Target(
                            arch(FirmwareMapping.text(target, "architecture")),
                            array(target, "machines").strings()));
        }
        var features = new ArrayList<FirmwareFeature>();
        for (String name : array(root, "features").strings()) {
            FirmwareFeature.of(name).ifPresent(features::add);
        }
        JsonObject mapping =
                root.object("mapping").orElseThrow(() -> FirmwareMapping.missing("mapping"));
        return new FirmwareDescriptor(
                interfaces, FirmwareMapping.parse(mapping), targets, features);
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.array(name).orElseThrow(() -> FirmwareMapping.missing(name));
    }

    private static String arch(String qemuName) {
        return Architectures.ofQemuTarget(qemuName)
                .orElseThrow(
                        () -> new JsonException("unknown architecture: '%s'".formatted(qemuName)));
    }

    /// Whether it is for a machine.
    ///
    /// @param machine its real name
    public boolean isFor(String arch, String machine) {
        return targets.stream().anyMatch(target -> target.includes(arch, machine));
    }

    /// Whether it keeps what is not signed from booting, and guests from changing that.
    public boolean isSecure() {
        return has(FirmwareFeature.SECURE_BOOT) && has(FirmwareFeature.REQUIRES_SMM);
    }

    /// Whether it has a feature.
    public boolean has(FirmwareFeature feature) {
        return features.contains(feature);
    }

    /// The descriptor again, without what only people read.
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("interface-types", texts(interfaces.stream().map(Interface::text).toList()))
                .put("mapping", mapping.toJson())
                .put(
                        "targets",
                        new JsonArray(targets.stream().map(FirmwareDescriptor::json).toList()))
                .put("features", texts(features.stream().map(FirmwareFeature::text).toList()))
                .build();
    }

    private static JsonValue json(Target target) {
        return JsonObject.builder()
                .put("architecture", Architectures.toQemuTarget(target.arch()))
                .put("machines", texts(target.machines()))
                .build();
    }

    private static JsonArray texts(List<String> list) {
        return new JsonArray(list.stream().<JsonValue>map(JsonString::new).toList());
    }
}
