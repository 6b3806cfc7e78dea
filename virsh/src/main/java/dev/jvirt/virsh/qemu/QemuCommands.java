package dev.jvirt.virsh.qemu;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.QemuDomain;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.QemuMonitorCommandFlag;
import dev.jvirt.api.domain.QemuMonitorReply;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.domain.DescriptorCommands;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The commands that hand something through to QEMU, to a guest's agent or to a container.
final class QemuCommands {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    QemuCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command attach() {
        return command("qemu-attach", "QEMU Attach")
                .description("Make a domain of a QEMU that somebody else started.")
                .option(Option.data("pid", "the process of QEMU"))
                .run(this::attach);
    }

    private void attach(Words words) {
        long pid = words.unsignedNumber("pid").orElse(0);
        Domain domain =
                Attempt.get(
                        "Failed to attach to pid " + pid,
                        () -> QemuDomain.attach(hypervisor.connection(), (int) pid, 0));
        output.extra("Domain '" + domain.name() + "' attached to pid " + pid + "\n");
    }

    Command monitor() {
        return command("qemu-monitor-command", "QEMU Monitor Command")
                .description(
                        "Send a command to the monitor of QEMU; libvirt does not notice what it changes.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("hmp", "it is a command of the human monitor")
                .flag("pretty", "indent the answer")
                .flag("return-value", "print only what stands at \"return\"")
                .option(
                        Option.string("pass-fds", "file descriptors N,M,... that go with it")
                                .named())
                .option(Option.arguments("cmd", "the command").mandatory())
                .run(this::monitor);
    }

    private void monitor(Words words) {
        words.exclusive("hmp", "pretty");
        words.exclusive("hmp", "return-value");
        Domain domain = domains.find(words);
        boolean human = words.has("hmp");
        List<String> given = words.arguments();
        String command = human ? String.join(" ", given) : MonitorWords.command(given);
        Flags<QemuMonitorCommandFlag> flags =
                human ? Flags.of(QemuMonitorCommandFlag.HMP) : Flags.none();
        List<OpenFile> files = DescriptorCommands.given(words);
        String answer;
        if (files.isEmpty()) {
            answer = domain.qemu().monitorCommand(command, flags);
        } else {
            try (QemuMonitorReply reply =
                    domain.qemu().monitorCommandWithFiles(command, files, flags)) {
                answer = reply.result();
            }
        }
        if (words.has("return-value")) {
            output.print(returned(answer, words.has("pretty")).stripTrailing());
        } else if (words.has("pretty")) {
            output.print(pretty(answer).stripTrailing());
        } else {
            output.line(answer);
        }
    }

    private static String returned(String answer, boolean pretty) {
        Optional<JsonText> json = JsonText.parse(answer);
        if (json.isEmpty()) {
            throw new CommandFailure("failed to parse JSON returned by qemu");
        }
        JsonText value =
                json.filter(JsonText.Members.class::isInstance)
                        .flatMap(object -> ((JsonText.Members) object).value("return"))
                        .orElseThrow(() -> new CommandFailure("'return' member missing"));
        return pretty ? value.pretty() : value.compact();
    }

    private static String pretty(String answer) {
        return JsonText.parse(answer).map(JsonText::pretty).orElse(answer);
    }

    Command agent() {
        return command("qemu-agent-command", "QEMU Guest Agent Command")
                .description(
                        "Send a command to the agent in the guest; libvirt does not notice what it changes.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.number("timeout", "seconds to wait for the agent").named())
                .flag("async", "do not wait for the answer")
                .flag("block", "wait for ever")
                .flag("pretty", "indent the answer")
                .option(Option.arguments("cmd", "the command").mandatory())
                .run(this::agent);
    }

    private void agent(Words words) {
        Domain domain = domains.find(words);
        OptionalInt timeout = words.number("timeout");
        if (timeout.isPresent() && timeout.getAsInt() < 1) {
            throw new CommandFailure("timeout must be positive");
        }
        int given =
                (timeout.isPresent() ? 1 : 0)
                        + (words.has("async") ? 1 : 0)
                        + (words.has("block") ? 1 : 0);
        if (given > 1) {
            throw new CommandFailure("timeout, async and block options are exclusive");
        }
        int wait = timeout.orElse(QemuDomain.AGENT_DEFAULT);
        if (words.has("async")) {
            wait = QemuDomain.AGENT_NOWAIT;
        } else if (words.has("block")) {
            wait = QemuDomain.AGENT_BLOCK;
        }
        Optional<String> answer =
                domain.qemu().agentCommand(String.join(" ", words.arguments()), wait, 0);
        String text = answer.orElseThrow(CommandFailure::silent);
        output.line(words.has("pretty") ? pretty(text) : text);
    }

    Command enterNamespace() {
        return command("lxc-enter-namespace", "LXC Guest Enter Namespace")
                .description("Run a program among those of a container.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .flag("noseclabel", "do not take its security label")
                .option(Option.arguments("cmd", "the command").mandatory())
                .run(this::enterNamespace);
    }

    private void enterNamespace(Words words) {
        Domain domain = domains.find(words);
        List<OpenFile> namespaces = domain.lxc().openNamespaces(0);
        // A program of the JVM has many threads, and such a process cannot enter a namespace.
        namespaces.forEach(OpenFile::close);
        throw LibvirtException.unsupported(ErrorDomain.LXC, "virDomainLxcEnterNamespace");
    }
}
