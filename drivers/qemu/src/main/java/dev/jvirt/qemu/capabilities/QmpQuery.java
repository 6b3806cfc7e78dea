package dev.jvirt.qemu.capabilities;

import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Something that answers QMP commands: the monitor of a QEMU started for probing.
public interface QmpQuery {
    /// Sends a command and gives what stands under `return` in the answer.
    ///
    /// @param arguments empty for a command without any
    /// @throws QmpRefusal if QEMU answers with an error
    JsonValue execute(String command, JsonObject arguments);

    /// Sends commands all at once, before the first answer is awaited, where the peer can do that.
    ///
    /// An error is given as [Answer] without value.
    default List<Answer> executeAll(List<Command> commands) {
        var answers = new ArrayList<Answer>(commands.size());
        for (Command command : commands) {
            answers.add(Answer.of(this, command));
        }
        return answers;
    }

    /// A command with its arguments.
    record Command(String name, JsonObject arguments) {
        /// A command without arguments.
        public Command(String name) {
            this(name, JsonObject.EMPTY);
        }
    }

    /// What came back: a value, or the description of an error.
    record Answer(Optional<JsonValue> value, String error) {
        static Answer of(QmpQuery query, Command command) {
            try {
                return new Answer(
                        Optional.of(query.execute(command.name(), command.arguments())), "");
            } catch (QmpRefusal refusal) {
                return new Answer(Optional.empty(), refusal.description());
            }
        }
    }
}
