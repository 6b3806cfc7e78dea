package org.libvirt;

import dev.jvirt.api.Authenticator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers a server's questions about who the user is (`virConnectAuth`).
public abstract class ConnectAuth {
    /// The kinds of question that it can answer; its user sets them.
    @SuppressWarnings("NullAway") // none, until they are set
    public CredentialType[] credType;

    /// Answers nothing until [#credType] is set.
    @SuppressWarnings("NullAway.Init")
    public ConnectAuth() {}

    /// Puts the answers into [Credential#result].
    ///
    /// @return a negative number if the user will not answer
    public abstract int callback(Credential[] credentials);

    /// What the client asks for answers.
    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            public Set<dev.jvirt.api.CredentialType> supported() {
                var supported = EnumSet.noneOf(dev.jvirt.api.CredentialType.class);
                for (CredentialType type :
                        Optional.ofNullable(credType).orElse(new CredentialType[0])) {
                    if (type != CredentialType.VIR_CRED_NONE) {
                        supported.add(dev.jvirt.api.CredentialType.of(type.mapToInt()));
                    }
                }
                return supported;
            }

            @Override
            public Optional<List<String>> answer(List<dev.jvirt.api.Credential> questions) {
                return answers(questions);
            }
        };
    }

    private Optional<List<String>> answers(List<dev.jvirt.api.Credential> questions) {
        Credential[] credentials =
                questions.stream().map(Credential::new).toArray(Credential[]::new);
        if (callback(credentials) < 0) {
            return Optional.empty();
        }
        var answers = new ArrayList<String>();
        for (Credential credential : credentials) {
            answers.add(
                    Optional.ofNullable(credential.result)
                            .or(() -> Optional.ofNullable(credential.defresult))
                            .orElse(""));
        }
        return Optional.of(answers);
    }

    /// One question and its answer (`virConnectCredential`).
    public static class Credential {
        /// What is asked.
        public CredentialType type;

        /// The words to show.
        public String prompt;

        /// What the server wants answered, for mechanisms that have one.
        public @Nullable String challenge;

        /// What no answer means.
        public @Nullable String defresult;

        /// The answer.
        public @Nullable String result;

        Credential(dev.jvirt.api.Credential question) {
            this.type = CredentialType.mapFromInt(question.type().code());
            this.prompt = question.prompt();
            this.challenge = question.challenge().orElse(null);
            this.defresult = question.defaultResult().orElse(null);
        }
    }

    /// The kinds of question (`virConnectCredentialType`).
    public enum CredentialType {
        VIR_CRED_NONE,
        VIR_CRED_USERNAME,
        VIR_CRED_AUTHNAME,
        VIR_CRED_LANGUAGE,
        VIR_CRED_CNONCE,
        VIR_CRED_PASSPHRASE,
        VIR_CRED_ECHOPROMPT,
        VIR_CRED_NOECHOPROMPT,
        VIR_CRED_REALM,
        VIR_CRED_EXTERNAL;

        /// libvirt's number.
        public int mapToInt() {
            return ordinal();
        }

        /// The constant with libvirt's number; VIR_CRED_NONE if there is none.
        public static CredentialType mapFromInt(int number) {
            return Optional.ofNullable(Numbers.orNull(values(), number)).orElse(VIR_CRED_NONE);
        }
    }
}
