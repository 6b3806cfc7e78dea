package dev.jvirt.daemon.access.rules;

import dev.jvirt.daemon.config.Wildcards;

/// Whom a rule is about.
sealed interface Who {

    /// Whether it is that one.
    boolean is(Caller caller);

    /// Everybody.
    record Anyone() implements Who {
        @Override
        public boolean is(Caller caller) {
            return true;
        }
    }

    /// A user of the host, by name or number.
    record User(String name) implements Who {
        @Override
        public boolean is(Caller caller) {
            return caller.users().contains(name);
        }
    }

    /// The users in a group of the host, by name or number.
    record Group(String name) implements Who {
        @Override
        public boolean is(Caller caller) {
            return caller.groups().contains(name);
        }
    }

    /// Who logged in by SASL under such a name.
    record SaslUser(String pattern) implements Who {
        @Override
        public boolean is(Caller caller) {
            return caller.saslUser().filter(name -> Wildcards.match(pattern, name)).isPresent();
        }
    }

    /// Whose certificate has such a distinguished name.
    record Certificate(String pattern) implements Who {
        @Override
        public boolean is(Caller caller) {
            return caller.certificate().filter(name -> Wildcards.match(pattern, name)).isPresent();
        }
    }

    /// Reads `anyone`, or a kind and a name.
    static Who parse(String text, RulePlace place) {
        if (text.equals("anyone")) {
            return new Anyone();
        }
        int colon = text.indexOf(':');
        String name = text.substring(colon + 1);
        if (colon < 0 || name.isEmpty()) {
            throw place.refuse(
                    ("'%s' names nobody: expected anyone, user:NAME, group:NAME, sasl:NAME or"
                                    + " x509:NAME")
                            .formatted(text));
        }
        return switch (text.substring(0, colon)) {
            case "user" -> new User(name);
            case "group" -> new Group(name);
            case "sasl" -> new SaslUser(name);
            case "x509" -> new Certificate(name);
            default ->
                    throw place.refuse(
                            "unknown kind '%s' in '%s': expected user, group, sasl or x509"
                                    .formatted(text.substring(0, colon), text));
        };
    }
}
