package dev.jvirt.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// Everything defined here is what was recorded of libvirt.
class WireShapeTest {

    @Test
    void everyCallIsAsRecorded() {
        var types = new RecordedTypes();
        var procedures = procedures();
        var softly = new SoftAssertions();

        for (Class<?> wire : WireDefinition.interfaces()) {
            Program program = wire.getAnnotation(Wire.class).value();
            for (Class<?> call : wire.getDeclaredClasses()) {
                Procedure procedure = call.getAnnotation(Procedure.class);
                if (procedure == null) {
                    continue;
                }
                var recorded = procedures.get(key(program, call));
                softly.assertThat(recorded)
                        .as("%s of %s", call.getSimpleName(), program)
                        .isNotNull();
                if (recorded != null) {
                    compare(softly, call, procedure, recorded);
                    var shape = new WireShape(program);
                    softly.assertThat(shape.of(call))
                            .as("arguments of %s", call.getSimpleName())
                            .isEqualTo(known(types.shape(recorded.get("args")), shape.of(call)));
                    softly.assertThat(WireDefinition.reply(call).map(shape::of).orElse(List.of()))
                            .as("reply of %s", call.getSimpleName())
                            .isEqualTo(types.shape(recorded.get("ret")));
                }
            }
        }

        softly.assertAll();
    }

    @Test
    void everyEventIsAsRecorded() {
        var types = new RecordedTypes();
        var procedures = procedures();
        var softly = new SoftAssertions();

        for (Class<?> wire : WireDefinition.interfaces()) {
            Program program = wire.getAnnotation(Wire.class).value();
            for (Class<?> message : wire.getDeclaredClasses()) {
                Event event = message.getAnnotation(Event.class);
                if (event == null) {
                    continue;
                }
                var recorded = procedures.get(key(program, message));
                softly.assertThat(recorded).as(message.getSimpleName()).isNotNull();
                if (recorded != null) {
                    softly.assertThat(recorded.get("kind")).isEqualTo("event");
                    softly.assertThat(Integer.toString(event.number()))
                            .as("number of %s", message.getSimpleName())
                            .isEqualTo(recorded.get("number"));
                    softly.assertThat(new WireShape(program).of(message))
                            .as("event %s", message.getSimpleName())
                            .isEqualTo(types.shape(recorded.get("args")));
                }
            }
        }

        softly.assertAll();
    }

    @Test
    void everyStructureIsAsRecorded() {
        var types = new RecordedTypes();
        var softly = new SoftAssertions();

        for (Class<?> struct : WireDefinition.structs()) {
            for (String name : struct.getAnnotation(Struct.class).value()) {
                Program program = Program.valueOf(name.split("_")[0].toUpperCase(Locale.ROOT));
                softly.assertThat(new WireShape(program).of(struct))
                        .as(name)
                        .isNotEmpty()
                        .isEqualTo(types.shape(name));
            }
        }

        softly.assertAll();
    }

    @Test
    void noNumberOfAProgramIsUsedTwice() {
        var numbers = new HashMap<Program, List<Integer>>();

        for (Class<?> wire : WireDefinition.interfaces()) {
            Program program = wire.getAnnotation(Wire.class).value();
            for (Class<?> message : wire.getDeclaredClasses()) {
                Procedure procedure = message.getAnnotation(Procedure.class);
                Event event = message.getAnnotation(Event.class);
                if (procedure != null || event != null) {
                    numbers.computeIfAbsent(program, _ -> new ArrayList<>())
                            .add(procedure != null ? procedure.number() : event.number());
                }
            }
        }

        assertThat(numbers).isNotEmpty();
        numbers.values().forEach(used -> assertThat(used).doesNotHaveDuplicates());
    }

    @Test
    void everyProgramHasItsRecordedNumber() {
        Map<String, String> constants = new HashMap<>();
        RecordedTable.rows("constants")
                .forEach(row -> constants.put(row.get("name"), row.get("value")));

        for (Program program : Program.values()) {
            assertThat(constants)
                    .containsEntry(program + "_PROGRAM", Integer.toUnsignedString(program.number()))
                    .containsEntry(
                            program + "_PROTOCOL_VERSION", Integer.toString(program.version()));
        }
    }

    private static void compare(
            SoftAssertions softly,
            Class<?> call,
            Procedure procedure,
            Map<String, String> recorded) {
        var defined = new HashMap<String, String>();
        defined.put("kind", "call");
        defined.put("number", Integer.toString(procedure.number()));
        defined.put("priority", procedure.priority() == Priority.HIGH ? "high" : "low");
        defined.put("acl", acl(procedure, recorded));
        defined.put("auth", procedure.exempt() ? "exempt" : "required");
        defined.put("stream", procedure.stream().isEmpty() ? "none" : procedure.stream());
        defined.put("sparse_flag", procedure.sparse().isEmpty() ? "-" : procedure.sparse());
        defined.put("fds", procedure.descriptors().isEmpty() ? "-" : procedure.descriptors());
        var known = new HashMap<>(recorded);
        // What nobody has verified compares with nothing.
        known.values().removeIf("?"::equals);
        known.keySet().retainAll(defined.keySet());
        defined.keySet().retainAll(known.keySet());
        softly.assertThat(defined).as(call.getSimpleName()).isEqualTo(known);
    }

    /// What is recorded, with our limits where nobody has verified one.
    private static List<String> known(List<String> recorded, List<String> defined) {
        var known = new ArrayList<String>();
        for (int i = 0; i < recorded.size(); i++) {
            String line = recorded.get(i);
            String open = line.replace("<?>", "<");
            boolean unverified = line.endsWith("<?>") && i < defined.size();
            known.add(unverified && defined.get(i).startsWith(open) ? defined.get(i) : line);
        }
        return known;
    }

    private static String acl(Procedure procedure, Map<String, String> recorded) {
        var entries = new ArrayList<String>();
        Collections.addAll(entries, procedure.acl());
        if (!procedure.filter().isEmpty()) {
            entries.add("filter=" + procedure.filter());
        }
        if (entries.isEmpty()) {
            // Only the remote program and its siblings speak of access at all.
            return recorded.get("acl").equals("-") ? "-" : "none";
        }
        return String.join(",", entries);
    }

    private static Map<String, Map<String, String>> procedures() {
        var procedures = new HashMap<String, Map<String, String>>();
        for (var row : RecordedTable.rows("procedures")) {
            procedures.put(row.get("program") + " " + row.get("name").replace("_", ""), row);
        }
        return procedures;
    }

    private static String key(Program program, Class<?> message) {
        return program.name().toLowerCase(Locale.ROOT)
                + " "
                + message.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
