package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.INVALID_ARG;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.QemuExtensions.DeviceOverride;
import dev.jvirt.documents.domain.QemuExtensions.Property;
import dev.jvirt.qemu.json.JsonBoolean;
import dev.jvirt.qemu.json.JsonNumber;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.qemu.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;

/// `<qemu:override>`: properties of devices that a document sets against libvirt's will.
final class DeviceOverrides {
    private final List<DeviceOverride> overrides;

    DeviceOverrides(List<DeviceOverride> overrides) {
        this.overrides = overrides;
    }

    /// The properties of a device as the document wants them.
    JsonObject apply(JsonObject properties) {
        String alias = properties.string("id").orElse("");
        for (DeviceOverride override : overrides) {
            if (override.alias().equals(alias)) {
                return changed(properties, override);
            }
        }
        return properties;
    }

    private static JsonObject changed(JsonObject properties, DeviceOverride override) {
        var members = new LinkedHashMap<>(properties.members());
        for (Property property : override.properties()) {
            // A changed property moves to the end, as a new one does.
            members.remove(property.name());
            if (property.type() != dev.jvirt.documents.domain.QemuExtensions.PropertyType.REMOVE) {
                members.put(property.name(), value(property));
            }
        }
        return new JsonObject(members);
    }

    private static JsonValue value(Property property) {
        String text = property.value().orElse("");
        return switch (property.type()) {
            case STRING, REMOVE -> new JsonString(text);
            case UNSIGNED -> JsonNumber.ofUnsigned(number(property, text));
            case SIGNED -> JsonNumber.of(number(property, text));
            case BOOL -> JsonBoolean.of(text.equals("true"));
        };
    }

    private static long number(Property property, String text) {
        try {
            return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new LibvirtException(
                    INVALID_ARG,
                    "invalid value '%s' of property '%s'".formatted(text, property.name()),
                    e);
        }
    }
}
