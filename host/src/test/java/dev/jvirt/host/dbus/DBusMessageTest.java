package dev.jvirt.host.dbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DBusMessageTest {
    private static DBusCall call(String signature, Object... values) {
        return new DBusCall("a.b", "/c", "d.e", "F", signature, List.of(values));
    }

    @Test
    void valuesComeBackAsTheyWere() throws IOException {
        var properties =
                Map.of(
                        "n",
                        DBusVariant.unsigned(7L),
                        "t",
                        DBusVariant.of("text"),
                        "i",
                        DBusVariant.of(-1));
        var call =
                call(
                        "(sa{sv})ybnixdsasa(yt)a{ss}v",
                        List.of("unix-process", properties),
                        (byte) 1,
                        true,
                        (short) -2,
                        3,
                        Long.MIN_VALUE,
                        1.5,
                        "gr\u00fc\u00dfe",
                        List.of("a", "", "ccc"),
                        List.of(List.of((byte) 9, 10L)),
                        Map.of(),
                        new DBusVariant("as", List.of("x")));

        DBusMessage message = DBusMessage.parse(DBusMessage.call(42, call));

        assertThat(message.serial()).isEqualTo(42);
        assertThat(message.type()).isEqualTo(DBusMessage.CALL);
        assertThat(message.fields()).containsEntry(1, "/c").containsEntry(3, "F");
        assertThat(message.values()).isEqualTo(call.values());
    }

    @Test
    void aCallHasTheBytesOfTheSpecification() throws IOException {
        byte[] bytes = DBusMessage.call(1, call("u", 5));
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(Arrays.copyOf(bytes, 4)).containsExactly('l', 1, 0, 1);
        assertThat(in.getInt(4)).isEqualTo(4);
        assertThat(in.getInt(8)).isEqualTo(1);
        assertThat(bytes.length % 4).isZero();
        assertThat(in.getInt(bytes.length - 4)).isEqualTo(5);
    }

    @Test
    void bothOrdersOfBytesAreRead() throws IOException {
        byte[] big = {
            'B', 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 8, 5, 1, 'u', 0, 0, 0, 0, 77,
        };

        DBusMessage message = DBusMessage.parse(big);

        assertThat(message.serial()).isEqualTo(9);
        assertThat(message.answers()).isEqualTo(77);
        assertThat(message.values()).isEmpty();
    }

    @Test
    void everyCutAndEveryChangedByteIsReadOrRefused() throws IOException {
        byte[] whole =
                DBusMessage.call(
                        1,
                        call(
                                "(sa{sv})as",
                                List.of("x", Map.of("k", DBusVariant.of(1))),
                                List.of("y")));
        for (int size = 0; size < whole.length; size++) {
            byte[] cut = Arrays.copyOf(whole, size);
            assertThatThrownBy(() -> DBusMessage.parse(cut)).isInstanceOf(IOException.class);
        }
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            for (int value = 0; value < 256; value += 5) {
                byte[] changed = whole.clone();
                changed[at] = (byte) value;
                try {
                    DBusMessage.parse(changed);
                } catch (IOException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "z", "a", "(", "()", "(s", "{ss}", "a{vs}", "a{sss}", "a{s}", "r"})
    void signaturesThatAreNoneAreRefused(String signature) {
        assertThatThrownBy(() -> DBusSignature.end(signature, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void deepSignaturesAreRefused() {
        assertThatThrownBy(() -> DBusSignature.end("a".repeat(200) + "s", 0))
                .isInstanceOf(IOException.class);
    }

    @Test
    void theFirstUsableAddressCounts() throws IOException {
        assertThat(DBusAddress.parse("tcp:host=x;unix:abstract=/y;unix:guid=1,path=/a%20b"))
                .isEqualTo(new DBusAddress(Path.of("/a b")));
        assertThatThrownBy(() -> DBusAddress.parse("unix:abstract=/y"))
                .hasMessage("'unix:abstract=/y' names no unix socket with a path");
        assertThatThrownBy(() -> DBusAddress.parse("unix:path=/%2"))
                .hasMessageContaining("wrong escape");
    }
}
