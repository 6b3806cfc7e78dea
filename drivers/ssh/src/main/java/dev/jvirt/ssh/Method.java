package dev.jvirt.ssh;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A way to prove who the user is: a word of the `sshauth` parameter.
enum Method {
    /// A key that the user's agent keeps.
    AGENT("agent", "publickey"),
    /// A key in a file.
    PRIVKEY("privkey", "publickey"),
    /// A password.
    PASSWORD("password", "password"),
    /// Answers to whatever the server asks.
    KEYBOARD("keyboard-interactive", "keyboard-interactive");

    private final String word;
    private final String wire;

    Method(String word, String wire) {
        this.word = word;
        this.wire = wire;
    }

    /// What the protocol calls it.
    String wire() {
        return wire;
    }

    /// Those that a URI names.
    static List<Method> list(String words) {
        var methods = new ArrayList<Method>();
        for (int start = 0; start < words.length(); ) {
            int comma = words.indexOf(',', start);
            int end = comma < 0 ? words.length() : comma;
            methods.add(of(words.substring(start, end)));
            start = end + 1;
        }
        return methods;
    }

    private static Method of(String word) {
        for (Method method : values()) {
            if (method.word.equals(word.toLowerCase(Locale.ROOT))) {
                return method;
            }
        }
        throw new LibvirtException(
                ErrorDomain.RPC,
                ErrorCode.INVALID_ARG,
                "Invalid authentication method: '%s'".formatted(word));
    }
}
