package dev.jvirt.qemu.monitor;

import dev.jvirt.qemu.json.JsonException;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.util.Optional;

/// One line of QEMU.
sealed interface MonitorMessage {
    /// The answer to the command with that id, which is -1 if QEMU could not read it.
    record Answer(long id, Optional<JsonValue> value, String errorClass, Optional<String> error)
            implements MonitorMessage {}

    /// Something that happened.
    record Event(MonitorEvent event) implements MonitorMessage {}

    /// The first line of all.
    record Greeting() implements MonitorMessage {}

    /// Reads a line.
    ///
    /// @throws JsonException if it is none of these
    static MonitorMessage parse(String line) {
        if (!(JsonValue.parse(line) instanceof JsonObject message)) {
            throw new JsonException("QEMU said something that is not an object");
        }
        if (message.has("event")) {
            return event(message);
        }
        if (message.has("QMP")) {
            return new Greeting();
        }
        return new Answer(
                message.number("id").orElse(-1),
                message.member("return"),
                message.object("error")
                        .flatMap(error -> error.string("class"))
                        .orElse("GenericError"),
                message.object("error").flatMap(error -> error.string("desc")));
    }

    private static Event event(JsonObject message) {
        JsonObject time = message.object("timestamp").orElse(JsonObject.EMPTY);
        return new Event(
                new MonitorEvent(
                        message.string("event").orElse(""),
                        message.object("data").orElse(JsonObject.EMPTY),
                        time.number("seconds").orElse(0),
                        time.number("microseconds").orElse(0)));
    }
}
