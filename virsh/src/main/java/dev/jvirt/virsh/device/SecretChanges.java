package dev.jvirt.virsh.device;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Secret;
import dev.jvirt.api.host.SecretDefineFlag;
import dev.jvirt.api.host.SecretValue;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/// The commands that define secrets and give them their values.
final class SecretChanges {
    /// The longest value that a file may have.
    private static final int MAX_VALUE = 1024;

    private final Hypervisor hypervisor;
    private final NamedSecrets secrets;
    private final Output output;

    SecretChanges(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        secrets = new NamedSecrets(hypervisor);
        output = hypervisor.output();
    }

    Command define() {
        return new Documents(hypervisor)
                .fromFile(
                        command("secret-define", "define a secret, or change one")
                                .description("Define a secret, or change how it is defined."),
                        new Outcome("Secret %s created", "Failed to set attributes from %s"),
                        this::define);
    }

    private String define(String xml, boolean validated) {
        Flags<SecretDefineFlag> flags =
                validated ? Flags.of(SecretDefineFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().secrets().defineXml(xml, flags).uuid().toString();
    }

    Command undefine() {
        return new Subject<>(output, secrets.option(), secrets::find)
                .does(
                        command("secret-undefine", "remove a secret")
                                .description("Remove a secret."),
                        new Outcome("Secret %s deleted", "Failed to delete secret %s"),
                        Secret::undefine);
    }

    Command setValue() {
        return command("secret-set-value", "give a secret its value")
                .description("Give a secret its value.")
                .option(secrets.option())
                .option(Option.string("file", "the file that has it").named())
                .flag("plain", "the file has it as it is, not in base64")
                .flag("interactive", "ask for it")
                .string("base64", "the value in base64; whoever lists processes sees it")
                .run(this::setValue);
    }

    private void setValue(Words words) {
        words.exclusive("file", "base64");
        words.exclusive("plain", "base64");
        words.exclusive("interactive", "base64");
        words.exclusive("interactive", "plain");
        words.exclusive("interactive", "file");
        Secret secret = secrets.find(words);
        byte[] value = value(words);
        try {
            Attempt.to(
                    "Failed to set secret value", () -> secret.setValue(new SecretValue(value), 0));
        } finally {
            Arrays.fill(value, (byte) 0);
        }
        output.extra("Secret value set\n");
    }

    private byte[] value(Words words) {
        var base64 = words.text("base64");
        if (base64.isPresent()) {
            output.error("Passing secret value as command-line argument is insecure!");
            return decoded(base64.get().getBytes(StandardCharsets.UTF_8));
        }
        var file = words.text("file");
        if (file.isPresent()) {
            byte[] read = read(file.get());
            return words.has("plain") ? read : decoded(read);
        }
        if (words.has("interactive")) {
            output.print("Enter new value for secret:");
            output.flush();
            return new HiddenInput(hypervisor.shell()).read();
        }
        throw new CommandFailure("Input secret value is missing");
    }

    private byte[] read(String file) {
        return FileTexts.bytes(hypervisor.shell(), file, MAX_VALUE);
    }

    /// What base64 says. As generous as C: what is no digit of it is passed over.
    private static byte[] decoded(byte[] base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
