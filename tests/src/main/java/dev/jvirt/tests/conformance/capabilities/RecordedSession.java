package dev.jvirt.tests.conformance.capabilities;

import dev.jvirt.qemu.capabilities.QmpRefusal;
import dev.jvirt.qemu.emulator.CapabilitiesProbe.Conversation;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// A recorded probing session, played again: a QEMU that knows the answers to some questions.
final class RecordedSession {
    private final List<Exchange> exchanges = new ArrayList<>();
    private int nextRound;

    private record Exchange(JsonObject command, JsonObject reply) {}

    /// @param text commands and replies, parted by blank lines
    RecordedSession(String text) {
        String[] documents = text.strip().split("\n\n");
        for (int i = 0; i + 1 < documents.length; i += 2) {
            exchanges.add(new Exchange(object(documents[i]), object(documents[i + 1])));
        }
    }

    private static JsonObject object(String document) {
        return (JsonObject) JsonValue.parse(document);
    }

    /// The next conversation of the session; each begins with a handshake.
    Conversation next() {
        var round = new ArrayList<Exchange>();
        int i = nextRound;
        do {
            round.add(exchanges.get(i++));
        } while (i < exchanges.size() && !isHandshake(exchanges.get(i)));
        nextRound = i;
        return new Round(round);
    }

    private static boolean isHandshake(Exchange exchange) {
        return exchange.command.string("execute").orElse("").equals("qmp_capabilities");
    }

    private record Round(List<Exchange> exchanges) implements Conversation {
        @Override
        public JsonValue execute(String command, JsonObject arguments) {
            boolean known = false;
            for (Exchange exchange : exchanges) {
                JsonObject question = exchange.command;
                if (!question.string("execute").orElse("").equals(command)) {
                    continue;
                }
                known = true;
                if (question.object("arguments").orElse(JsonObject.EMPTY).equals(arguments)) {
                    return answer(exchange.reply);
                }
            }
            if (!known) {
                throw new QmpRefusal("CommandNotFound", "no command " + command);
            }
            throw new IllegalStateException(
                    "not in the session: %s %s".formatted(command, arguments.text()));
        }

        private static JsonValue answer(JsonObject reply) {
            if (reply.object("error").isPresent()) {
                JsonObject error = reply.object("error").get();
                throw new QmpRefusal(
                        error.string("class").orElse(""), error.string("desc").orElse(""));
            }
            return reply.member("return").orElseThrow();
        }

        @Override
        public void close() {}
    }
}
