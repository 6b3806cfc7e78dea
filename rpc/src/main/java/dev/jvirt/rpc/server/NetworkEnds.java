package dev.jvirt.rpc.server;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/// The two ends of a connection that came over a network.
///
/// @param local of this host
/// @param remote of the client
public record NetworkEnds(InetSocketAddress local, InetSocketAddress remote) {
    private static final int WORDS = 8;

    /// Those of a channel; empty if it has no addresses of a network.
    static Optional<NetworkEnds> of(SocketChannel channel) throws IOException {
        SocketAddress local = channel.getLocalAddress();
        SocketAddress remote = channel.getRemoteAddress();
        return local instanceof InetSocketAddress here && remote instanceof InetSocketAddress there
                ? Optional.of(new NetworkEnds(here, there))
                : Optional.empty();
    }

    /// An address as libvirt prints it: `127.0.0.1:16509`, `[::1]:16509`.
    public static String text(InetSocketAddress address) {
        String host = host(address.getAddress());
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
    }

    /// An address as the system prints it: the longest run of zeros of IPv6 is left out.
    public static String host(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        int from = 0;
        int length = 0;
        for (int i = 0; i < WORDS; i++) {
            int zeros = 0;
            while (i + zeros < WORDS && bytes.getShort(2 * (i + zeros)) == 0) {
                zeros++;
            }
            if (zeros > Math.max(length, 1)) {
                from = i;
                length = zeros;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            if (length > 0 && i == from) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(Short.toUnsignedInt(bytes.getShort(2 * i))));
        }
        return text.toString();
    }
}
