package dev.jvirt.virsh.device;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.Secret;
import dev.jvirt.api.host.SecretListFlag;
import dev.jvirt.api.host.SecretUsageType;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The commands that tell about secrets, and what they are.
record SecretFacts(Hypervisor hypervisor) {
    Command list() {
        return command("secret-list", "list secrets")
                .description("List the secrets")
                .flag("ephemeral", "only those that are nowhere stored")
                .flag("no-ephemeral", "only those that are stored")
                .flag("private", "only those that nobody is told")
                .flag("no-private", "only those that clients may be told")
                .run(this::list);
    }

    private void list(Words words) {
        Flags<SecretListFlag> filter = Flags.none();
        for (SecretListFlag flag : SecretListFlag.values()) {
            String option = flag.name().toLowerCase(Locale.ROOT).replace('_', '-');
            filter = words.has(option) ? filter.with(flag) : filter;
        }
        Flags<SecretListFlag> wanted = filter;
        List<Secret> secrets;
        try {
            secrets =
                    Attempt.list(
                            "Failed to list node secrets",
                            new Attempt.Counting(
                                    "Failed to count secrets", "virConnectNumOfSecrets"),
                            () -> hypervisor.connection().secrets().list(wanted));
        } catch (CommandFailure e) {
            boolean unsupported = e.reason() != null && e.reason().code() == ErrorCode.NO_SUPPORT;
            throw unsupported && wanted.bits() != 0
                    ? new CommandFailure("Filtering is not supported by this libvirt")
                    : e;
        }
        secrets.sort(Comparator.comparing(secret -> secret.uuid().toString()));
        var table = new Table("UUID", "Usage");
        secrets.forEach(secret -> table.row(secret.uuid().toString(), usage(secret)));
        hypervisor.output().table(table);
    }

    private static String usage(Secret secret) {
        return secret.usageType() == SecretUsageType.NONE
                ? "Unused"
                : secret.usageType().name().toLowerCase(Locale.ROOT) + " " + secret.usageId();
    }

    Command dumpXml() {
        return Documents.dump(
                command("secret-dumpxml", "secret attributes in XML")
                        .description("Print the XML of a secret, which does not tell its value."),
                new NamedSecrets(hypervisor).option(),
                new Documents(hypervisor)
                        .printer(
                                new NamedSecrets(hypervisor)::find,
                                (secret, inactive) -> secret.xml(0)));
    }

    Command value() {
        return command("secret-get-value", "print the value of a secret")
                .description("Print the value of a secret.")
                .option(new NamedSecrets(hypervisor).option())
                .flag("plain", "print it as it is, not in base64")
                .run(this::value);
    }

    private void value(Words words) {
        byte[] value = new NamedSecrets(hypervisor).find(words).value(0).bytes();
        Output output = hypervisor.output();
        if (words.has("plain")) {
            output.bytes(value);
        } else {
            output.print(Base64.getEncoder().encodeToString(value));
        }
    }
}
