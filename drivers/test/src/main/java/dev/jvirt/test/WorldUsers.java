package dev.jvirt.test;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.Credential;
import dev.jvirt.api.CredentialType;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<auth>`: who may connect to a world. Everybody may if nobody is named.
final class WorldUsers {
    private static final String HOST = "localhost";

    private final List<User> users;

    /// @param password absent if the name is enough
    private record User(String name, Optional<String> password) {}

    private WorldUsers(List<User> users) {
        this.users = users;
    }

    static WorldUsers parse(Element node) {
        var users = new ArrayList<User>();
        var auth = node.child("auth").map(a -> a.children("user")).orElse(List.of());
        for (Element user : auth) {
            if (user.text().isEmpty()) {
                throw new LibvirtException(
                        ErrorCode.XML_ERROR, "missing username in /node/auth/user field");
            }
            users.add(new User(user.text(), user.attribute("password")));
        }
        return new WorldUsers(users);
    }

    /// Asks who wants to connect.
    ///
    /// @throws LibvirtException AUTH_FAILED if it is none of the users
    void admit(Authenticator authenticator) {
        if (users.isEmpty()) {
            return;
        }
        if (authenticator.supported().isEmpty()) {
            throw new LibvirtException(
                    ErrorDomain.AUTH, ErrorCode.INVALID_ARG, "Missing authentication credentials");
        }
        String name = name(authenticator);
        Optional<User> user = users.stream().filter(u -> u.name().equals(name)).findFirst();
        if (user.filter(u -> u.password().isEmpty()).isPresent()) {
            return;
        }
        String password = password(authenticator, name);
        if (user.flatMap(User::password).filter(password::equals).isEmpty()) {
            throw new LibvirtException(
                    ErrorDomain.TEST,
                    ErrorCode.AUTH_FAILED,
                    "authentication failed, see test XML for the correct username/password");
        }
    }

    private static String name(Authenticator authenticator) {
        if (!authenticator.supported().contains(CredentialType.AUTHNAME)) {
            throw failed("Missing VIR_CRED_AUTHNAME credential type");
        }
        return ask(
                authenticator,
                CredentialType.AUTHNAME,
                "Enter username for " + HOST,
                "Username request failed");
    }

    private static String password(Authenticator authenticator, String name) {
        CredentialType type = CredentialType.PASSPHRASE;
        if (!authenticator.supported().contains(type)) {
            type = CredentialType.NOECHOPROMPT;
        }
        if (!authenticator.supported().contains(type)) {
            throw failed("Missing VIR_CRED_PASSPHRASE or VIR_CRED_NOECHOPROMPT credential type");
        }
        return ask(
                authenticator,
                type,
                "Enter %s's password for %s".formatted(name, HOST),
                "Password request failed");
    }

    private static String ask(
            Authenticator authenticator, CredentialType type, String prompt, String complaint) {
        var question = new Credential(type, prompt, Optional.of(HOST), Optional.empty());
        return authenticator
                .answer(List.of(question))
                .filter(answers -> answers.size() == 1)
                .map(List::getFirst)
                .orElseThrow(() -> failed(complaint));
    }

    private static LibvirtException failed(String detail) {
        return new LibvirtException(ErrorDomain.AUTH, ErrorCode.AUTH_FAILED, detail);
    }
}
