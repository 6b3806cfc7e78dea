package dev.jvirt.api;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
        String typed =
                console.isTerminal() ? readTerminal(console, question, echo) : readInput(question);
        return typed.isEmpty() ? question.defaultResult().orElse("") : typed;
    }

    private static String readTerminal(Console console, Credential question, boolean echo) {
        if (echo) {
            String line = console.readLine("%s: ", question.prompt());
            return line == null ? "" : line;
        }
        char[] password = console.readPassword("%s: ", question.prompt());
        return password == null ? "" : new String(password);
    }

    /// There is no terminal: somebody else may have put the answers into the input.
    private static String readInput(Credential question) {
        System.out.print(question.prompt() + ": ");
        System.out.flush();
        var line = new ByteArrayOutputStream();
        try {
            // Not a byte more: the rest of the input belongs to the program.
            for (int b = System.in.read(); b >= 0 && b != '\n'; b = System.in.read()) {
                line.write(b);
            }
        } catch (IOException e) {
            return ""; // what cannot be read is not there
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
