package dev.jvirt.tests.peers;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Connection;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// An attempt to open a connection.
///
/// @param uri where to
/// @param answers what the user says when asked; then the user says nothing more
record Opening(String uri, List<String> answers) {
    /// Stands for all answers if there is nobody to ask.
    static final String NOBODY = "nobody";

    /// How it went.
    ///
    /// @param code libvirt's number, 0 if the connection is open
    /// @param domain which part of libvirt refused
    /// @param message the error, or the URI of the connection
    /// @param questions what was asked, with the number of its kind
    record Outcome(int code, int domain, String message, List<String> questions) {
        /// By what programs tell errors apart.
        String numbers() {
            return code == 0 ? "open" : "code %d, domain %d".formatted(code, domain);
        }
    }

    static Opening of(String uri, String... answers) {
        return new Opening(uri, List.of(answers));
    }

    /// What C libvirt's client does with each.
    static List<Outcome> byC(List<Opening> openings) {
        String input =
                openings.stream()
                        .map(each -> String.join("\t", each.words()) + "\n")
                        .collect(Collectors.joining());
        var outcomes = new ArrayList<Outcome>();
        for (String line : Peers.scriptReading("opens.py", input).orFail().lines().toList()) {
            String[] cells = line.split("\t");
            outcomes.add(
                    new Outcome(
                            Integer.parseInt(cells[0]),
                            Integer.parseInt(cells[1]),
                            cells[2],
                            Arrays.asList(cells).subList(3, cells.length)));
        }
        return outcomes;
    }

    private List<String> words() {
        var words = new ArrayList<>(List.of(uri));
        words.addAll(answers);
        return words;
    }

    /// What our client does with it.
    Outcome byOurs() {
        var user = new User(answers.iterator());
        Authenticator authenticator = answers.equals(List.of(NOBODY)) ? Authenticator.none() : user;
        try (var connection = Connection.openAuth(Optional.of(uri), authenticator, Flags.none())) {
            return new Outcome(0, 0, connection.uri(), user.asked);
        } catch (LibvirtException e) {
            String message = oneLine(String.valueOf(e.getMessage()));
            return new Outcome(e.code().code(), e.domain().code(), message, user.asked);
        }
    }

    private static String oneLine(String message) {
        return String.join(" ", message.strip().split("\\s+"));
    }

    /// Gives the answers, one after the other.
    private record User(Iterator<String> answers, List<String> asked) implements Authenticator {
        User(Iterator<String> answers) {
            this(answers, new ArrayList<>());
        }

        @Override
        public Set<CredentialType> supported() {
            return EnumSet.of(
                    CredentialType.USERNAME,
                    CredentialType.AUTHNAME,
                    CredentialType.PASSPHRASE,
                    CredentialType.ECHOPROMPT,
                    CredentialType.NOECHOPROMPT,
                    CredentialType.REALM);
        }

        @Override
        public Optional<List<String>> answer(List<Credential> questions) {
            var given = new ArrayList<String>();
            for (Credential question : questions) {
                asked.add(question.type().code() + ":" + question.prompt());
                if (!answers.hasNext()) {
                    return Optional.empty();
                }
                given.add(answers.next());
            }
            return Optional.of(given);
        }
    }
}
