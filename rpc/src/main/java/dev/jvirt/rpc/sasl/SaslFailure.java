package dev.jvirt.rpc.sasl;

/// A negotiation that has failed: it cannot go on.
public final class SaslFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SaslError error;

    /// @param detail for whoever reads logs; never a secret, and never sent to a client
    public SaslFailure(SaslError error, String detail) {
        super(message(error, detail));
        this.error = error;
    }

    public SaslFailure(SaslError error, String detail, Throwable cause) {
        super(message(error, detail), cause);
        this.error = error;
    }

    private static String message(SaslError error, String detail) {
        return "SASL(%d): %s: %s".formatted(error.number(), error.words(), detail);
    }

    /// The peer said something that the mechanism does not know.
    public static SaslFailure protocol(String detail) {
        return new SaslFailure(SaslError.BADPROT, detail);
    }

    /// The client did not prove who it is.
    public static SaslFailure refused(String detail) {
        return new SaslFailure(SaslError.BADAUTH, detail);
    }

    public SaslError error() {
        return error;
    }
}
