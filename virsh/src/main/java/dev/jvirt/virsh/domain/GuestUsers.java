package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainAuthorizedSshKeysFlag;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainUserPasswordFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;
import java.util.Optional;

/// The commands about the users of a guest.
final class GuestUsers {
    private final Hypervisor hypervisor;
    private final Domains domains;
    private final Output output;

    GuestUsers(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
        output = hypervisor.output();
    }

    Command password() {
        return command("set-user-password", "set the user password inside the domain")
                .description("Change the password that a user of the guest has.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.data("user", "the user"))
                .option(Option.data("password", "the new password"))
                .flag("encrypted", "it is encrypted already")
                .run(this::password);
    }

    private void password(Words words) {
        Flags<DomainUserPasswordFlag> flags =
                words.has("encrypted") ? Flags.of(DomainUserPasswordFlag.ENCRYPTED) : Flags.none();
        String user = words.require("user");
        String password = words.require("password");
        Domain domain = domains.find(words);
        domain.guest().setUserPassword(user, password, flags);
        output.extra("Password set successfully for " + user + " in " + domain.name());
    }

    Command keys() {
        return command("get-user-sshkeys", "list authorized SSH keys for given user (via agent)")
                .description("List the keys with which a user of the guest may log in.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.data("user", "the user"))
                .run(
                        words -> {
                            Domain domain = domains.find(words);
                            String user = words.require("user");
                            domain.guest().authorizedSshKeys(user, 0).forEach(output::line);
                        });
    }

    Command setKeys() {
        return command(
                        "set-user-sshkeys",
                        "manipulate authorized SSH keys file for given user (via agent)")
                .description("Change the keys with which a user of the guest may log in.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.data("user", "the user"))
                .string("file", "the file with the keys")
                .flag("reset", "remove all other keys")
                .flag("remove", "remove the keys")
                .run(this::setKeys);
    }

    private void setKeys(Words words) {
        words.requires("remove", "file");
        words.exclusive("reset", "remove");
        Domain domain = domains.find(words);
        String user = words.require("user");
        Optional<String> file = words.text("file");
        Flags<DomainAuthorizedSshKeysFlag> flags =
                words.has("remove")
                        ? Flags.of(DomainAuthorizedSshKeysFlag.REMOVE)
                        : words.has("reset")
                                ? Flags.none()
                                : Flags.of(DomainAuthorizedSshKeysFlag.APPEND);
        if (file.isEmpty() && !words.has("reset")) {
            throw new CommandFailure("Option --file is required");
        }
        List<String> keys = file.map(this::read).orElse(List.of());
        domain.guest().setAuthorizedSshKeys(user, keys, flags);
    }

    private List<String> read(String file) {
        String text = FileTexts.read(hypervisor.shell(), file);
        if (text.isEmpty()) {
            throw new CommandFailure("File " + file + " contains no keys");
        }
        return List.of(text.split("\n", -1));
    }
}
