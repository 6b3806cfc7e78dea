package dev.jvirt.virsh;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Asks the user who they are, where the shell runs: passwords without showing them, and the end of
/// the input counts as an empty answer.
record Login(Shell shell) implements Authenticator {
    @Override
    public Set<CredentialType> supported() {
        return EnumSet.of(
                CredentialType.AUTHNAME,
                CredentialType.ECHOPROMPT,
                CredentialType.REALM,
                CredentialType.PASSPHRASE,
                CredentialType.NOECHOPROMPT,
                CredentialType.EXTERNAL);
    }

    @Override
    public Optional<List<String>> answer(List<Credential> questions) {
        var answers = new ArrayList<String>();
        for (Credential question : questions) {
            Optional<String> answer = answer(question);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            answers.add(answer.get());
        }
        return Optional.of(answers);
    }

    private Optional<String> answer(Credential question) {
        return switch (question.type()) {
            // The user may have authenticated outside; the server's next answer tells.
            case EXTERNAL -> question.challenge().filter("PolicyKit"::equals).map(challenge -> "");
            case USERNAME, AUTHNAME, ECHOPROMPT, REALM -> Optional.of(ask(question));
            case PASSPHRASE, NOECHOPROMPT -> Optional.of(askHidden(question));
            case LANGUAGE, CNONCE -> Optional.empty();
        };
    }

    private String askHidden(Credential question) {
        if (!shell.environment().terminal()) {
            return ask(question);
        }
        try (Terminal.Mode _ = Terminal.hideKeys()) {
            return ask(question);
        } finally {
            shell.output().print("\n");
            shell.output().flush();
        }
    }

    private String ask(Credential question) {
        shell.output().print(question.prompt() + ": ");
        shell.output().flush();
        String typed = line();
        return typed.isEmpty() ? question.defaultResult().orElse("") : typed;
    }

    private String line() {
        var typed = new ByteArrayOutputStream();
        InputStream in = shell.environment().in();
        try {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                typed.write(b);
            }
        } catch (IOException e) {
            // What cannot be read is not there.
            return "";
        }
        return typed.toString(StandardCharsets.UTF_8);
    }
}
