package dev.jvirt.rpc.sasl;

/// What a login has to bring on a connection.
///
/// @param minSsf how strong the security layer must be at least
/// @param maxSsf how strong it may be; 0: none is wanted, as the connection is safe by itself
/// @param plaintext whether a mechanism may send the password itself
public record SecurityNeeds(int minSsf, int maxSsf, boolean plaintext) {
    private static final int ANY = 100_000;

    /// A connection that nobody can listen to.
    public static SecurityNeeds secured() {
        return new SecurityNeeds(0, 0, true);
    }

    /// A connection that anybody may listen to, so that a layer must keep them out.
    public static SecurityNeeds exposed(int minSsf) {
        return new SecurityNeeds(minSsf, ANY, false);
    }

    /// Whether a layer is to be negotiated.
    public boolean wantsLayer() {
        return maxSsf > 0;
    }
}
