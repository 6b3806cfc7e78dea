package dev.jvirt.rpc.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NetworkEndsTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:9",
        "::1, [::1]:9",
        "::, [::]:9",
        "fe80:0:0:0:1:0:0:2, [fe80::1:0:0:2]:9",
        "2001:db8:0:1:1:1:1:1, [2001:db8:0:1:1:1:1:1]:9",
        "1:0:0:0:0:0:0:0, [1::]:9"
    })
    void addressesAreWrittenAsTheSystemDoes(String address, String text)
            throws UnknownHostException {
        var socket = new InetSocketAddress(InetAddress.getByName(address), 9);

        assertThat(NetworkEnds.text(socket)).isEqualTo(text);
    }
}
