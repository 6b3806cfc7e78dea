package dev.jvirt.rpc.xdr;

/// Bytes that are not what they should be, or a value that must not be encoded.
public final class XdrException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean encoding;

    private XdrException(String message, boolean encoding) {
        super(message);
        this.encoding = encoding;
    }

    /// A payload that cannot be decoded.
    public static XdrException decoding(String message) {
        return new XdrException(message, false);
    }

    /// A value that cannot be encoded.
    public static XdrException encoding(String message) {
        return new XdrException(message, true);
    }

    /// Whether it happened while writing, not while reading.
    public boolean encoding() {
        return encoding;
    }
}
