package dev.jvirt.ssh;

import dev.jvirt.api.CredentialType;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.config.AuthFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/// Proves to a server who the user is, in the ways and the order that the URI names.
///
/// A way that fails leaves its reason behind and the next one is tried; a question that cannot be
/// asked ends everything. What is left behind is written by the library's threads.
final class Login implements UserInteraction {
    private final SshPlan plan;
    private final Questions questions;
    private final List<LibvirtException> failures = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable LibvirtException end;
    private volatile @Nullable Method asking;

    Login(SshPlan plan, Questions questions) {
        this.plan = plan;
        this.questions = questions;
    }

    SshPlan plan() {
        return plan;
    }

    Questions questions() {
        return questions;
    }

    /// The ways, in order; the protocol knows the two kinds of key as one.
    List<UserAuthFactory> factories() {
        var factories = new ArrayList<UserAuthFactory>();
        var names = new ArrayList<String>();
        for (Method method : plan.methods()) {
            if (!names.contains(method.wire())) {
                names.add(method.wire());
                factories.add(factory(method));
            }
        }
        return factories;
    }

    private UserAuthFactory factory(Method method) {
        return switch (method) {
            case AGENT, PRIVKEY -> new KeyLogin.Factory(this);
            case PASSWORD -> UserAuthPasswordFactory.INSTANCE;
            case KEYBOARD -> UserAuthKeyboardInteractiveFactory.INSTANCE;
        };
    }

    /// Makes a session ask here.
    void attach(ClientSession session) {
        session.setUserInteraction(this);
    }

    /// One way has failed; others may be left.
    void failed(LibvirtException why) {
        failures.add(why);
    }

    /// Nothing else is to be tried.
    LibvirtException ended(LibvirtException why) {
        end = why;
        return why;
    }

    /// What to tell the user when all was in vain.
    ///
    /// @param last what the server says
    LibvirtException failure(String last) {
        LibvirtException why = end;
        if (why != null) {
            return why;
        }
        Method unfinished = asking;
        if (unfinished != null) {
            String what = unfinished == Method.PASSWORD ? "" : "keyboard interactive ";
            failed(plan.dialect().authentication(what + "authentication failed: " + last));
        }
        if (failures.isEmpty()) {
            return plan.dialect()
                    .authentication(
                            "None of the requested authentication methods are supported by the"
                                    + " server");
        }
        return plan.methods().size() == 1
                ? failures.getLast()
                : plan.dialect()
                        .authentication(
                                "All provided authentication methods with credentials were rejected"
                                        + " by the server");
    }

    /// One password after the other, as long as the user has any to offer.
    @Override
    public String resolveAuthPasswordAttempt(ClientSession session) {
        boolean first = asking != Method.PASSWORD;
        asking = Method.PASSWORD;
        // One that the server has refused is not offered again.
        return first ? written().orElseGet(this::password) : password();
    }

    /// The password that stands in the user's file.
    private Optional<String> written() {
        try {
            return AuthFile.find(plan.authFile())
                    .flatMap(file -> file.lookup("ssh", plan.server().host(), "password"));
        } catch (LibvirtException e) {
            throw ended(e);
        }
    }

    private String password() {
        if (questions.nobody()) {
            throw ended(
                    plan.dialect()
                            .transport(
                                    "Can't perform authentication: Authentication callback not"
                                            + " provided"));
        }
        CredentialType kind =
                questions
                        .kind(List.of(CredentialType.PASSPHRASE, CredentialType.NOECHOPROMPT))
                        .orElseThrow(
                                () ->
                                        ended(
                                                new LibvirtException(
                                                        ErrorDomain.AUTH,
                                                        ErrorCode.AUTH_FAILED,
                                                        "Missing VIR_CRED_PASSPHRASE or"
                                                                + " VIR_CRED_NOECHOPROMPT"
                                                                + " credential type")));
        String host = plan.server().host();
        String prompt = "Enter %s's password for %s".formatted(plan.user(), host);
        return questions
                .ask(kind, prompt, Optional.of(host))
                .orElseThrow(
                        () ->
                                ended(
                                        new LibvirtException(
                                                ErrorDomain.AUTH,
                                                ErrorCode.AUTH_FAILED,
                                                "Password request failed")));
    }

    @Override
    public boolean isInteractionAllowed(ClientSession session) {
        return true;
    }

    @Override
    public String[] interactive(
            ClientSession session,
            String name,
            String instruction,
            String language,
            String[] prompts,
            boolean[] echoed) {
        asking = Method.KEYBOARD;
        if (questions.nobody()) {
            throw ended(plan.dialect().transport(nobodyAtTheKeyboard()));
        }
        var answers = new String[prompts.length];
        for (int i = 0; i < prompts.length; i++) {
            answers[i] = typed(prompts[i], echoed[i]);
        }
        return answers;
    }

    private String nobodyAtTheKeyboard() {
        return plan.dialect() == Dialect.LIBSSH2
                ? "Can't perform keyboard-interactive authentication: Authentication callback not"
                        + " provided "
                : "No user interaction callback provided: Can't get input from keyboard interactive"
                        + " authentication";
    }

    private String typed(String prompt, boolean echoed) {
        var dialect = plan.dialect();
        boolean libssh2 = dialect == Dialect.LIBSSH2;
        CredentialType kind =
                questions
                        .kind(echoed ? List.of(CredentialType.ECHOPROMPT) : dialect.hidden())
                        .orElseThrow(
                                () ->
                                        ended(
                                                dialect.transport(
                                                        libssh2
                                                                ? "no suitable method to retrieve"
                                                                        + " authentication"
                                                                        + " credentials"
                                                                : "no suitable callback for input"
                                                                        + " of keyboard"
                                                                        + " response")));
        return questions
                .ask(kind, withoutColon(prompt), Optional.empty())
                .orElseThrow(
                        () ->
                                ended(
                                        dialect.transport(
                                                libssh2
                                                        ? "failed to retrieve credentials"
                                                        : "failed to retrieve keyboard interactive"
                                                                + " result: callback has"
                                                                + " failed")));
    }

    /// Whoever asks puts a colon behind the words.
    private static String withoutColon(String prompt) {
        String words = prompt.stripTrailing();
        return words.endsWith(":") ? words.substring(0, words.length() - 1) : words;
    }

    @Override
    public @Nullable String getUpdatedPassword(
            ClientSession session, String prompt, String language) {
        return null;
    }
}
