package dev.jvirt.remote.login;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.config.AuthFile;
import dev.jvirt.rpc.sasl.CredentialSource;
import dev.jvirt.rpc.sasl.Credentials;
import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who the user is: what `auth.conf` says, what the URI says, and what the user answers to the
/// rest. The order and the words of the questions are those of libvirt's own clients.
public final class UserCredentials implements CredentialSource {
    private static final String SERVICE = "libvirt";

    private final SaslPeer peer;
    private final Optional<AuthFile> file;
    private final Authenticator authenticator;

    public UserCredentials(SaslPeer peer, Optional<AuthFile> file, Authenticator authenticator) {
        this.peer = peer;
        this.file = file;
        this.authenticator = authenticator;
    }

    /// Whether there can be a password.
    boolean mayHavePassword() {
        return authenticator.supported().contains(CredentialType.PASSPHRASE)
                || looked(CredentialType.PASSPHRASE).isPresent();
    }

    @Override
    public Credentials credentials(List<String> realms) {
        var known = new EnumMap<CredentialType, String>(CredentialType.class);
        var questions = new ArrayList<Credential>();
        ask(CredentialType.USERNAME, known, questions, List.of());
        ask(CredentialType.AUTHNAME, known, questions, List.of());
        ask(CredentialType.PASSPHRASE, known, questions, List.of());
        if (realms.size() > 1) {
            ask(CredentialType.REALM, known, questions, realms);
        }
        answer(questions, known);
        String name = known.getOrDefault(CredentialType.AUTHNAME, peer.user().orElse(""));
        String password = known.get(CredentialType.PASSPHRASE);
        if (password == null || !known.containsKey(CredentialType.AUTHNAME) && name.isEmpty()) {
            throw new SaslFailure(SaslError.FAIL, "");
        }
        if (name.isEmpty()) {
            throw new SaslFailure(SaslError.FAIL, "All-whitespace username.");
        }
        return new Credentials(
                known.getOrDefault(CredentialType.USERNAME, ""),
                name,
                password,
                Optional.ofNullable(known.get(CredentialType.REALM)));
    }

    private void ask(
            CredentialType type,
            Map<CredentialType, String> known,
            List<Credential> questions,
            List<String> choices) {
        Optional<String> value = looked(type);
        if (value.isPresent()) {
            known.put(type, value.get());
        } else if (authenticator.supported().contains(type)) {
            questions.add(question(type, choices));
        }
    }

    private Optional<String> looked(CredentialType type) {
        return file.flatMap(f -> f.lookup(SERVICE, peer.host(), key(type)));
    }

    private static String key(CredentialType type) {
        return switch (type) {
            case USERNAME -> "username";
            case AUTHNAME -> "authname";
            case PASSPHRASE -> "password";
            case REALM -> "realm";
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    private Credential question(CredentialType type, List<String> choices) {
        return switch (type) {
            case USERNAME ->
                    question(type, "Please enter your authorization name", "Authorization Name");
            case AUTHNAME ->
                    new Credential(
                            type,
                            "Please enter your authentication name",
                            Optional.of("Authentication Name"),
                            peer.user());
            case PASSPHRASE -> question(type, "Please enter your password", "Password");
            case REALM ->
                    new Credential(
                            type,
                            "Please enter your realm",
                            Optional.of("{" + String.join(", ", choices) + "}"),
                            Optional.of(choices.getFirst()));
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    private static Credential question(CredentialType type, String prompt, String challenge) {
        return new Credential(type, prompt, Optional.of(challenge), Optional.empty());
    }

    private void answer(List<Credential> questions, Map<CredentialType, String> known) {
        if (questions.isEmpty()) {
            return;
        }
        List<String> answers =
                authenticator
                        .answer(questions)
                        .filter(given -> given.size() == questions.size())
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorDomain.REMOTE,
                                                ErrorCode.AUTH_FAILED,
                                                "Failed to collect auth credentials"));
        for (int i = 0; i < answers.size(); i++) {
            known.put(questions.get(i).type(), answers.get(i));
        }
    }
}
