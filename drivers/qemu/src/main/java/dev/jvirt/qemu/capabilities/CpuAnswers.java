package dev.jvirt.qemu.capabilities;

import dev.jvirt.qemu.capabilities.CpuProperty.Kind;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonBoolean;
import dev.jvirt.qemu.json.JsonException;
import dev.jvirt.qemu.json.JsonNull;
import dev.jvirt.qemu.json.JsonNumber;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the answers to questions about processors.
final class CpuAnswers {
    private CpuAnswers() {}

    /// The answer to `query-cpu-definitions`.
    static List<CpuModel> models(String arch, List<JsonObject> answer) {
        var models = new ArrayList<CpuModel>(answer.size());
        for (JsonObject entry : answer) {
            Optional<JsonArray> unavailable = entry.array("unavailable-features");
            models.add(
                    new CpuModel(
                            modelName(arch, entry.string("name").orElse("")),
                            entry.string("typename").filter(name -> !name.isEmpty()),
                            unavailable.map(features -> features.size() == 0),
                            entry.isTrue("deprecated"),
                            unavailable.orElse(JsonArray.EMPTY).strings()));
        }
        return models;
    }

    /// POWER models are in lower case in QEMU and in upper case in documents.
    private static String modelName(String arch, String name) {
        if (!Architectures.isPpc64(arch)) {
            return name;
        }
        return switch (name) {
            case "power6",
                    "power7",
                    "power8",
                    "power9",
                    "power10",
                    "powerpc_e5500",
                    "powerpc_e6500" ->
                    powerName(name);
            default -> name;
        };
    }

    private static String powerName(String name) {
        return name.startsWith("powerpc_")
                ? "POWERPC_" + name.substring("powerpc_".length())
                : name.toUpperCase(Locale.ROOT);
    }

    /// The properties of an expanded model; values that are neither boolean, whole number nor
    /// string are left out.
    static List<CpuProperty> properties(JsonObject expanded) {
        var properties = new ArrayList<CpuProperty>();
        for (var member : expanded.members().entrySet()) {
            property(member.getKey(), member.getValue()).ifPresent(properties::add);
        }
        return properties;
    }

    private static Optional<CpuProperty> property(String name, JsonValue value) {
        return switch (value) {
            case JsonBoolean bool -> plain(name, Kind.BOOLEAN, Boolean.toString(bool.value()));
            case JsonString string -> plain(name, Kind.STRING, string.value());
            case JsonNumber number ->
                    isSignedLong(number)
                            ? plain(name, Kind.NUMBER, number.digits())
                            : Optional.empty();
            case JsonObject ignored -> Optional.empty();
            case JsonArray ignored -> Optional.empty();
            case JsonNull ignored -> Optional.empty();
        };
    }

    private static boolean isSignedLong(JsonNumber number) {
        try {
            return number.digits().startsWith("-") || number.asLong() >= 0;
        } catch (JsonException e) {
            return false;
        }
    }

    private static Optional<CpuProperty> plain(String name, Kind kind, String value) {
        return Optional.of(new CpuProperty(name, kind, value, Optional.empty()));
    }
}
