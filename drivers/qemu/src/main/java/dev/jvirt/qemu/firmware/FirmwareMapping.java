package dev.jvirt.qemu.firmware;

import dev.jvirt.qemu.json.JsonException;
import dev.jvirt.qemu.json.JsonObject;
import java.util.Locale;
import java.util.Optional;

/// Where a guest finds a firmware.
public sealed interface FirmwareMapping {
    /// The file with its code.
    String code();

    /// The file of which each guest gets a copy to keep variables in; absent if it has none.
    default Optional<String> variables() {
        return Optional.empty();
    }

    /// The mapping as descriptors have it.
    JsonObject toJson();

    /// In a flash device.
    record Flash(Mode mode, Image executable, Optional<Image> nvram) implements FirmwareMapping {
        /// How code and variables are kept.
        public enum Mode {
            /// in files of their own
            SPLIT,
            /// in one file
            COMBINED,
            /// there are no variables
            STATELESS;

            private String text() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        @Override
        public String code() {
            return executable.filename();
        }

        @Override
        public Optional<String> variables() {
            return nvram.map(Image::filename);
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.builder()
                    .put("device", "flash")
                    .put("mode", mode.text())
                    .put("executable", executable.toJson())
                    .putValue("nvram-template", nvram.map(Image::toJson))
                    .build();
        }
    }

    /// Started as a kernel is.
    record Kernel(String code) implements FirmwareMapping {
        @Override
        public JsonObject toJson() {
            return JsonObject.builder().put("device", "kernel").put("filename", code).build();
        }
    }

    /// In memory that guests can only read.
    record Memory(String code) implements FirmwareMapping {
        @Override
        public JsonObject toJson() {
            return JsonObject.builder().put("device", "memory").put("filename", code).build();
        }
    }

    /// A file and the format of its content.
    record Image(String filename, String format) {
        private static Image parse(JsonObject parent, String name) {
            JsonObject image = parent.object(name).orElseThrow(() -> missing(name));
            return new Image(text(image, "filename"), text(image, "format"));
        }

        private JsonObject toJson() {
            return JsonObject.builder().put("filename", filename).put("format", format).build();
        }
    }

    /// Reads the part of a descriptor.
    ///
    /// @throws JsonException if it lacks something or has an unknown word
    static FirmwareMapping parse(JsonObject mapping) {
        String device = text(mapping, "device");
        return switch (device) {
            case "flash" -> flash(mapping);
            case "kernel" -> new Kernel(text(mapping, "filename"));
            case "memory" -> new Memory(text(mapping, "filename"));
            default -> throw new JsonException("unknown device type: '%s'".formatted(device));
        };
    }

    private static Flash flash(JsonObject mapping) {
        String name = mapping.string("mode").orElse("split");
        for (Flash.Mode mode : Flash.Mode.values()) {
            if (mode.text().equals(name)) {
                Optional<Image> nvram =
                        mode == Flash.Mode.SPLIT
                                ? Optional.of(Image.parse(mapping, "nvram-template"))
                                : Optional.empty();
                return new Flash(mode, Image.parse(mapping, "executable"), nvram);
            }
        }
        throw new JsonException("unknown flash mode: '%s'".formatted(name));
    }

    /// A text that must be there.
    static String text(JsonObject object, String name) {
        return object.string(name).orElseThrow(() -> missing(name));
    }

    /// The error for something that is not there.
    static JsonException missing(String name) {
        return new JsonException("missing '%s' in the firmware descriptor".formatted(name));
    }
}
