package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.Stream;
import dev.jvirt.api.domain.DomainConsoleFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Terminal;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// `console`: joins the terminal and a console of a guest.
final class DomainConsole {
    private final Hypervisor hypervisor;
    private final Output output;

    DomainConsole(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command console() {
        return command("console", "connect to the guest console")
                .description("Use a console or serial port of a guest in this terminal")
                .option(new Domains(hypervisor).option(DomainListFlag.ACTIVE))
                .string("devname", "the alias of the device")
                .flag("force", "disconnect whoever uses it")
                .flag("safe", "only if nobody else can use it at the same time")
                .run(this::console);
    }

    private void console(Words words) {
        Domain domain = new Domains(hypervisor).find(words);
        Optional<String> device = words.text("devname");
        Flags<DomainConsoleFlag> flags = Flags.none();
        if (words.has("force")) {
            flags = flags.with(DomainConsoleFlag.FORCE);
        }
        if (words.has("safe")) {
            flags = flags.with(DomainConsoleFlag.SAFE);
        }
        attach(domain, device, flags);
    }

    /// Joins them until the user types the escape character or the guest stops.
    void attach(Domain domain, Optional<String> device, Flags<DomainConsoleFlag> flags) {
        DomainState state;
        try {
            state = Domains.state(domain);
        } catch (LibvirtException e) {
            throw new CommandFailure("Unable to get domain status", e);
        }
        if (state == DomainState.SHUTOFF) {
            throw new CommandFailure("The domain is not running");
        }
        if (!hypervisor.shell().environment().terminal()) {
            throw new CommandFailure("Cannot run interactive console without a controlling TTY");
        }
        String escape = hypervisor.options().escape();
        output.extra("Connected to domain '" + domain.name() + "'\n");
        String key = escape.startsWith("^") ? " (Ctrl + " + escape.charAt(1) + ")" : "";
        output.extra("Escape character is " + escape + key + "\n");
        output.flush();
        try (Terminal.Mode _ = Terminal.makeRaw();
                Stream stream = domain.openConsole(device, flags)) {
            new ConsoleSession(hypervisor.shell().environment(), stream, code(escape)).run();
        }
    }

    private static byte code(String escape) {
        if (escape.startsWith("^")) {
            return (byte) (Character.toUpperCase(escape.charAt(1)) ^ 0x40);
        }
        return (byte) escape.charAt(0);
    }
}
