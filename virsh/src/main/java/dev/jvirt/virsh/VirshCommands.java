package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.CommandGroup;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.ShellCommands;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about virsh itself: those of every shell, and `connect`.
final class VirshCommands implements CommandGroup {
    private final Hypervisor hypervisor;
    private final ShellCommands common;

    VirshCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        common = new ShellCommands(hypervisor.shell());
    }

    @Override
    public String title() {
        return "Virsh itself";
    }

    @Override
    public String keyword() {
        return "virsh";
    }

    @Override
    public List<String> names() {
        var names = new ArrayList<>(ShellCommands.NAMES);
        names.add("connect");
        return names;
    }

    @Override
    public @Nullable Command find(String name) {
        return name.equals("connect") ? connect() : common.find(name);
    }

    private Command connect() {
        return command("connect", "(re)connect to hypervisor")
                .description("Connect to another hypervisor, or to the same one anew.")
                .option(Option.string("name", "hypervisor connection URI").allowingEmpty())
                .flag("readonly", "only look, change nothing")
                .offline()
                .run(this::connect);
    }

    private void connect(Words words) {
        if (!hypervisor.reconnect(words.text("name"), words.has("readonly"), true)) {
            throw CommandFailure.silent();
        }
    }
}
