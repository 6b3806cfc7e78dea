package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;
import java.util.OptionalLong;

/// The commands about guests whose memory the host cannot read.
final class LaunchSecurityCommands {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    LaunchSecurityCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command info() {
        return command("domlaunchsecinfo", "Get domain launch security info")
                .description("Print what proves that the guest started in a secure way.")
                .option(domains.option())
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            TypedParameters state =
                                    Attempt.get(
                                            "Unable to get launch security parameters",
                                            () -> domain.devices().launchSecurity(0));
                            Labels.print(output, state);
                        });
    }

    Command set() {
        return command("domsetlaunchsecstate", "Set domain launch security state")
                .description("Put a secret into the memory of a guest that has not started to run.")
                .option(domains.option())
                .option(Option.string("secrethdr", "file with the header of the secret").named())
                .option(Option.string("secret", "file with the secret").named())
                .option(Option.number("set-address", "where in the guest's memory it goes"))
                .run(this::set);
    }

    private void set(Words words) {
        Domain domain = domains.find(words);
        Optional<String> header = words.text("secrethdr");
        Optional<String> secret = words.text("secret");
        if (header.isEmpty() || secret.isEmpty()) {
            throw new CommandFailure("Both secret and the secret header are required");
        }
        var state = TypedParameters.builder();
        state.put("sev-secret-header", file(header.get()));
        state.put("sev-secret", file(secret.get()));
        OptionalLong address = words.unsignedLongIfGiven("set-address");
        address.ifPresent(
                value -> state.put("sev-secret-set-address", TypedValue.ofUnsignedLong(value)));
        Attempt.to(
                "Unable to set launch security state",
                () -> domain.devices().setLaunchSecurity(state.build(), 0));
    }

    private TypedValue file(String name) {
        return TypedValue.ofString(FileTexts.read(hypervisor.shell(), name));
    }
}
