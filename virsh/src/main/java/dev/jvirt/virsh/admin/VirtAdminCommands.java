package dev.jvirt.virsh.admin;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.LibraryVersion;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.ShellCommands;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about virt-admin itself: those of every shell, and those about its connection.
final class VirtAdminCommands implements CommandGroup {
    private final ShellCommands common;
    private final Administration administration;
    private final Output output;

    VirtAdminCommands(Shell shell, Administration administration) {
        common = new ShellCommands(shell);
        this.administration = administration;
        output = shell.output();
    }

    @Override
    public String title() {
        return "Virt-admin itself";
    }

    @Override
    public String keyword() {
        return "virt-admin";
    }

    @Override
    public List<String> names() {
        var names = new ArrayList<>(ShellCommands.NAMES);
        names.addAll(List.of("uri", "version", "connect"));
        return names;
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "connect" -> connect();
            case "uri" -> uri();
            case "version" -> version();
            default -> common.find(name);
        };
    }

    private Command uri() {
        return command("uri", "print the admin server URI")
                .run(words -> output.line(administration.connection().uri()));
    }

    private Command version() {
        return command("version", "show version")
                .description("Print the versions of this program and of the daemon.")
                .run(this::version);
    }

    private void version(Words words) {
        output.line("Compiled against library: libvirt " + VirtAdminProgram.VERSION);
        output.line("Using library: libvirt " + VirtAdminProgram.VERSION);
        long daemon;
        try {
            daemon = administration.connection().libraryVersion();
        } catch (LibvirtException e) {
            throw new CommandFailure("failed to get the daemon version", e);
        }
        output.line("Running against daemon: " + LibraryVersion.of(daemon));
    }

    private Command connect() {
        return command("connect", "connect to daemon's admin server")
                .description("Connect to another daemon, or to the same one anew.")
                .option(Option.string("name", "URI of the daemon's admin server").allowingEmpty())
                .offline()
                .run(this::connect);
    }

    private void connect(Words words) {
        if (!administration.connect(words.text("name"))) {
            throw CommandFailure.silent();
        }
    }
}
