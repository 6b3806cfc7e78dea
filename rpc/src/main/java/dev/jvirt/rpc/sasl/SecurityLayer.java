package dev.jvirt.rpc.sasl;

/// What protects the bytes of a connection after a login. Packets must be taken apart in the order
/// in which they were made; the two directions do not know of each other.
public interface SecurityLayer {
    /// How strong it is, about the bits of its key; 0: nobody is kept from reading.
    int ssf();

    /// How many bytes may go into one packet, so that the peer takes it.
    int maxData();

    /// How large a packet of the peer may be.
    int maxPacket();

    /// Makes a packet of some bytes.
    byte[] wrap(byte[] data, int offset, int length);

    /// Takes the bytes out of a packet.
    ///
    /// @throws SaslFailure if somebody has changed it
    byte[] unwrap(byte[] packet);
}
