package dev.jvirt.qemu.capabilities;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Asks which processor QEMU can give a guest at best, and which of its features can migrate.
final class HostCpuQuestions {
    private static final String COMMAND = "query-cpu-model-expansion";

    /// Enlightenments in libvirt's order.
    private static final List<String> HYPERV_FEATURES =
            List.of(
                    "relaxed",
                    "vapic",
                    "spinlocks",
                    "vpindex",
                    "runtime",
                    "synic",
                    "stimer",
                    "reset",
                    "vendor_id",
                    "frequencies",
                    "reenlightenment",
                    "tlbflush",
                    "ipi",
                    "evmcs",
                    "avic");

    private final QmpQuery qemu;
    private final QemuCapabilities.Builder found;
    private final boolean accelerated;

    HostCpuQuestions(QmpQuery qemu, QemuCapabilities.Builder found, Accelerator accelerator) {
        this.qemu = qemu;
        this.found = found;
        this.accelerated = accelerator != Accelerator.TCG;
    }

    /// The best processor, or nothing if QEMU does not expand models.
    Optional<HostCpuModel> hostCpu() {
        Optional<JsonObject> migratable = expand(JsonObject.EMPTY);
        if (migratable.isEmpty()) {
            return Optional.empty();
        }
        String name = migratable.get().string("name").orElse("");
        List<CpuProperty> properties = properties(migratable.get());
        if (!Architectures.isX86(found.arch())) {
            return Optional.of(new HostCpuModel(name, false, properties));
        }
        Optional<JsonObject> all = expand(JsonObject.builder().put("migratable", false).build());
        return Optional.of(
                all.isEmpty()
                        ? new HostCpuModel(name, false, properties)
                        : new HostCpuModel(name, true, compare(properties, properties(all.get()))));
    }

    private static List<CpuProperty> properties(JsonObject model) {
        return CpuAnswers.properties(model.object("props").orElse(JsonObject.EMPTY));
    }

    /// A feature that is on only when migration is of no concern, is on and not migratable.
    private static List<CpuProperty> compare(List<CpuProperty> migratable, List<CpuProperty> all) {
        var others = new HashMap<String, CpuProperty>();
        for (CpuProperty property : all) {
            others.put(property.name(), property);
        }
        var marked = new ArrayList<CpuProperty>(migratable.size());
        for (CpuProperty property : migratable) {
            CpuProperty other = others.get(property.name());
            if (other == null || property.kind() != other.kind()) {
                marked.add(property);
            } else if (property.isOn()) {
                marked.add(marked(property, true));
            } else if (property.isOff() && other.isOn()) {
                marked.add(marked(property, false));
            } else {
                marked.add(property);
            }
        }
        return marked;
    }

    private static CpuProperty marked(CpuProperty property, boolean migratable) {
        return new CpuProperty(property.name(), property.kind(), "true", Optional.of(migratable));
    }

    private Optional<JsonObject> expand(JsonObject properties) {
        var model = JsonObject.builder().put("name", accelerated ? "host" : "max");
        if (!properties.isEmpty()) {
            model.put("props", properties);
        }
        if (Architectures.isArm(found.arch())) {
            return ask("full", model.build());
        }
        Optional<JsonObject> expanded = ask("static", model.build());
        // Old x86 binaries spell features in several ways, and only the full form has them all.
        return expanded.isPresent()
                        && Architectures.isX86(found.arch())
                        && !found.has(QemuFlag.CANONICAL_CPU_FEATURES)
                ? ask("full", expanded.get())
                : expanded;
    }

    private Optional<JsonObject> ask(String type, JsonObject model) {
        JsonValue answer;
        try {
            answer =
                    qemu.execute(
                            COMMAND,
                            JsonObject.builder().put("type", type).put("model", model).build());
        } catch (QmpRefusal refusal) {
            return Optional.empty(); // the target has the command and refuses it
        }
        if (answer instanceof JsonObject object && object.object("model").isPresent()) {
            return object.object("model");
        }
        throw new LibvirtException(
                ErrorCode.INTERNAL_ERROR, COMMAND + " reply data was missing 'model'");
    }

    /// The enlightenments for Windows guests, or nothing if QEMU does not name any.
    Optional<List<String>> hyperv() {
        if (!accelerated
                || !Architectures.isX86(found.arch()) && !Architectures.isArm(found.arch())) {
            return Optional.empty();
        }
        var model =
                JsonObject.builder()
                        .put("name", "host")
                        .put(
                                "props",
                                JsonObject.builder()
                                        .put("migratable", false)
                                        .put("hv-passthrough", true)
                                        .build());
        Optional<JsonObject> expanded = ask("full", model.build());
        if (expanded.isEmpty()) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        List<CpuProperty> properties = properties(expanded.get());
        for (String feature : HYPERV_FEATURES) {
            String qemuName = "hv-" + feature.replace('_', '-');
            for (CpuProperty property : properties) {
                if (property.name().toLowerCase(Locale.ROOT).equals(qemuName) && isSet(property)) {
                    names.add(feature);
                }
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    private static boolean isSet(CpuProperty property) {
        return switch (property.kind()) {
            case BOOLEAN -> property.isOn();
            case STRING -> true;
            case NUMBER -> Long.parseLong(property.value()) > 0;
        };
    }
}
