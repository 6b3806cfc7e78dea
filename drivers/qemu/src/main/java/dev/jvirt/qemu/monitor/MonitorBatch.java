package dev.jvirt.qemu.monitor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Commands that were sent together, and what came back so far. Guarded by the lock of its
/// [Monitor].
final class MonitorBatch {
    private final String holder;
    private final long firstId;
    private final List<MonitorCommand> commands;
    private final List<@Nullable MonitorReply> replies;
    private final CompletableFuture<List<MonitorReply>> done = new CompletableFuture<>();
    private int answered;

    MonitorBatch(String holder, long firstId, List<MonitorCommand> commands) {
        this.holder = holder;
        this.firstId = firstId;
        this.commands = List.copyOf(commands);
        this.replies = new ArrayList<>(Collections.nCopies(commands.size(), null));
    }

    /// The API call that sent them.
    String holder() {
        return holder;
    }

    /// Completed with all answers, or with the error that ended the conversation.
    CompletableFuture<List<MonitorReply>> done() {
        return done;
    }

    /// The commands as they are sent.
    String text() {
        var text = new StringBuilder(64 * commands.size());
        long id = firstId;
        for (MonitorCommand command : commands) {
            command.appendTo(text, id++);
        }
        return text.toString();
    }

    /// The first command that has no answer yet.
    String unanswered() {
        for (int i = 0; i < commands.size(); i++) {
            if (replies.get(i) == null) {
                return commands.get(i).name();
            }
        }
        return commands.getLast().name();
    }

    /// Takes an answer if it belongs here.
    ///
    /// @return whether it was the last one that was missing
    boolean take(MonitorMessage.Answer answer) {
        int index = (int) (answer.id() - firstId);
        if (index < 0 || index >= commands.size() || replies.get(index) != null) {
            return false;
        }
        replies.set(
                index,
                new MonitorReply(
                        commands.get(index).name(),
                        answer.value(),
                        answer.errorClass(),
                        answer.error()));
        return ++answered == commands.size();
    }

    /// All answers, once the last one was taken.
    List<MonitorReply> replies() {
        var all = new ArrayList<MonitorReply>(replies.size());
        for (MonitorReply reply : replies) {
            if (reply != null) {
                all.add(reply);
            }
        }
        return all;
    }
}
