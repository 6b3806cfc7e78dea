package dev.jvirt.rpc.sasl;

/// What can go wrong, with the numbers and words of the library that C libvirt uses: they are part
/// of its messages.
public enum SaslError {
    FAIL(-1, "generic failure"),
    NOMECH(-4, "no mechanism available"),
    BADPROT(-5, "bad protocol / cancel"),
    BADSERV(-10, "server failed mutual authentication step"),
    BADAUTH(-13, "authentication failure"),
    TOOWEAK(-15, "mechanism too weak for this user");

    private final int number;
    private final String words;

    SaslError(int number, String words) {
        this.number = number;
        this.words = words;
    }

    public int number() {
        return number;
    }

    String words() {
        return words;
    }
}
