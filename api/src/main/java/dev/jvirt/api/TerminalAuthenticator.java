package dev.jvirt.api;

import java.io.Console;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The default credentials callback: prompts on the terminal.
final class TerminalAuthenticator implements Authenticator {
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

    private static Optional<String> answer(Credential question) {
        return switch (question.type()) {
            // The user may have authenticated outside; the server's next answer tells.
            case EXTERNAL -> question.challenge().filter("PolicyKit"::equals).map(challenge -> "");
            case USERNAME, AUTHNAME, ECHOPROMPT, REALM -> Optional.of(read(question, true));
            case PASSPHRASE, NOECHOPROMPT -> Optional.of(read(question, false));
            case LANGUAGE, CNONCE -> Optional.empty();
        };
    }

    private static String read(Credential question, boolean echo) {
        Console console = Objects.requireNonNull(System.console());
        @Nullable String typed;
        if (echo) {
            typed = console.readLine("%s: ", question.prompt());
        } else {
            char[] password = console.readPassword("%s: ", question.prompt());
            typed = password == null ? null : new String(password);
        }
        return typed == null || typed.isEmpty() ? question.defaultResult().orElse("") : typed;
    }
}
