package dev.jvirt.virsh.shell;

import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A command, or a line that should be one, that failed: what is to be said about it. It is no
/// defect of the program, so it carries no stack trace.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> lines;
    private final @Nullable LibvirtException reason;

    /// A failure that one line explains.
    public CommandFailure(String line) {
        this(List.of(line), null);
    }

    /// A failure that libvirt's error explains in a second line.
    public CommandFailure(String line, LibvirtException reason) {
        this(List.of(line), reason);
    }

    /// A failure with several things to say.
    public CommandFailure(List<String> lines) {
        this(lines, null);
    }

    private CommandFailure(List<String> lines, @Nullable LibvirtException reason) {
        super(lines.isEmpty() ? "" : lines.getFirst(), reason, false, false);
        this.lines = List.copyOf(lines);
        this.reason = reason;
    }

    /// The same failure with another line behind.
    public CommandFailure and(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new CommandFailure(more, reason);
    }

    /// A failure of which nothing is said, since all has been said.
    public static CommandFailure silent() {
        return new CommandFailure(List.of(), null);
    }

    /// What is said about it, each on a line with `error: ` in front.
    public List<String> lines() {
        return lines;
    }

    /// libvirt's error behind it, or null.
    public @Nullable LibvirtException reason() {
        return reason;
    }
}
