package dev.jvirt.qemu.monitor;

import dev.jvirt.qemu.capabilities.QmpQuery;
import dev.jvirt.qemu.capabilities.QmpRefusal;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// The questions about what a QEMU can do, asked over its monitor.
public final class MonitorQuery implements QmpQuery {
    /// How many questions QEMU keeps waiting before it stops reading.
    private static final int AT_ONCE = 64;

    private final Monitor monitor;
    private final String holder;

    /// Asks over `monitor`.
    public MonitorQuery(Monitor monitor, String holder) {
        this.monitor = monitor;
        this.holder = holder;
    }

    @Override
    public JsonValue execute(String command, JsonObject arguments) {
        MonitorReply reply =
                monitor.execute(holder, List.of(new MonitorCommand(command, arguments))).getFirst();
        return reply.result()
                .orElseThrow(() -> new QmpRefusal(reply.errorClass(), reply.error().orElse("")));
    }

    @Override
    public List<Answer> executeAll(List<Command> commands) {
        var answers = new ArrayList<Answer>(commands.size());
        for (int start = 0; start < commands.size(); start += AT_ONCE) {
            var batch = new ArrayList<MonitorCommand>(AT_ONCE);
            for (Command command :
                    commands.subList(start, Math.min(start + AT_ONCE, commands.size()))) {
                batch.add(new MonitorCommand(command.name(), command.arguments()));
            }
            for (MonitorReply reply : monitor.execute(holder, batch)) {
                answers.add(new Answer(reply.result(), reply.error().orElse("")));
            }
        }
        return answers;
    }
}
