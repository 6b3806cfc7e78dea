package dev.jvirt.documents.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InternetAddressTest {
    private static InternetAddress address(String text) {
        return InternetAddress.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.122.1, 192.168.122.1",
        "1, 0.0.0.1",
        "1.2, 1.0.0.2",
        "1.2.3, 1.2.0.3",
        "0x10.1, 16.0.0.1",
        "010.1, 8.0.0.1",
        "2001:0DB8:0::1, 2001:db8::1",
        "2001:DB8:0:0:1::1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::1:2, ::0.1.0.2",
        "::2:3:4, ::2:3:4",
        "::1.2.3.4, ::1.2.3.4",
        "0:0:0:0:0:ffff:0102:0304, ::ffff:1.2.3.4",
        "64:ff9b::1.2.3.4, 64:ff9b::102:304"
    })
    void isWrittenInOneWay(String text, String written) {
        assertThat(address(text)).hasToString(written);
        assertThat(address(written)).isEqualTo(address(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1.2.3.4.5",
                "256.1.1.1",
                "1.2.3.4 ",
                " 1.2.3.4",
                "+1.2.3.4",
                "1..2",
                "1.2.65536",
                "4294967296",
                "localhost",
                ":",
                ":1",
                "1:",
                ":::",
                "1::2::3",
                "[::1]",
                "12345::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "g::",
                "::1.2.3",
                "::1.2.3.256",
                "::01.2.3.4",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(InternetAddress.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.122.77, 24, 192.168.122.0",
        "192.168.122.77, 32, 192.168.122.77",
        "192.168.122.77, 0, 0.0.0.0",
        "10.11.12.13, 12, 10.0.0.0",
        "2001:db8::1, 64, 2001:db8::",
        "2001:db8::1, 128, 2001:db8::1",
        "2001:db8:1:2:ffff::1, 68, 2001:db8:1:2:f000::",
        "2001:db8::1, 0, ::"
    })
    void theFirstBitsNameTheNetwork(String text, int prefix, String network) {
        assertThat(address(text).network(prefix)).hasToString(network);
    }

    @ParameterizedTest
    @CsvSource({"255.255.255.0, 24", "255.255.255.255, 32", "0.0.0.0, 0", "255.240.0.0, 12"})
    void aMaskHasAsManyBitsAsItsPrefix(String mask, int bits) {
        assertThat(address(mask).maskBits()).isEqualTo(OptionalInt.of(bits));
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.0.255.0", "0.255.0.0", "0.0.0.1"})
    void aMaskWithHolesHasNoPrefix(String mask) {
        assertThat(address(mask).maskBits()).isEmpty();
    }
}
