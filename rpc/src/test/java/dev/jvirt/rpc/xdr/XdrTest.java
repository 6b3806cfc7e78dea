package dev.jvirt.rpc.xdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XdrTest {
    private static String written(Consumer<XdrWriter> writing) {
        var out = new XdrWriter();
        writing.accept(out);
        return HexFormat.of().formatHex(out.toByteArray());
    }

    private static XdrReader reader(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] framed = new byte[bytes.length + 5];
        Arrays.fill(framed, (byte) 0x55);
        System.arraycopy(bytes, 0, framed, 3, bytes.length);
        return new XdrReader(framed, 3, bytes.length);
    }

    @Test
    void numbersAreBigEndian() {
        assertThat(written(out -> out.writeInt(0x01020304))).isEqualTo("01020304");
        assertThat(written(out -> out.writeInt(-1))).isEqualTo("ffffffff");
        assertThat(written(out -> out.writeLong(0x0102030405060708L)))
                .isEqualTo("0102030405060708");
        assertThat(written(out -> out.writeDouble(1.5))).isEqualTo("3ff8000000000000");
        assertThat(written(out -> out.writeBoolean(true))).isEqualTo("00000001");

        assertThat(reader("01020304").readInt()).isEqualTo(0x01020304);
        assertThat(reader("fffffffffffffffe").readLong()).isEqualTo(-2);
        assertThat(reader("00000000fffffffe").readLong()).isEqualTo(0xfffffffeL);
        assertThat(reader("3ff8000000000000").readDouble()).isEqualTo(1.5);
        assertThat(reader("00000002").readBoolean()).isTrue();
    }

    @Test
    void smallTypesTakeAWord() {
        assertThat(written(out -> out.writeByte((byte) 0x80))).isEqualTo("ffffff80");
        assertThat(written(out -> out.writeShort((short) 0xfffe))).isEqualTo("0000fffe");

        assertThat(reader("ffffff80").readByte()).isEqualTo((byte) 0x80);
        assertThat(reader("00000080").readByte()).isEqualTo((byte) 0x80);
        assertThat(reader("0000fffe").readShort()).isEqualTo((short) 0xfffe);
    }

    @Test
    void stringsArePaddedAndStopAtANul() {
        assertThat(written(out -> out.writeString("", 0))).isEqualTo("00000000");
        assertThat(written(out -> out.writeString("abcde", 5)))
                .isEqualTo("000000056162636465000000");
        assertThat(written(out -> out.writeString("ü", 2))).isEqualTo("00000002c3bc0000");
        assertThat(written(out -> out.writeString("aü€", 6))).isEqualTo("0000000661c3bce282ac0000");

        assertThat(reader("000000056162636465000000").readString(5)).isEqualTo("abcde");
        assertThat(reader("000000056100636465000000").readString(5)).isEqualTo("a");
        assertThat(reader("00000002c3bc0000").readString(5)).isEqualTo("ü");
    }

    @Test
    void opaquesAndCharArrays() {
        byte[] three = {1, 2, (byte) 0xff};
        assertThat(written(out -> out.writeOpaque(three, 3))).isEqualTo("00000003" + "0102ff00");
        assertThat(written(out -> out.writeFixedOpaque(three, 3))).isEqualTo("0102ff00");
        assertThat(written(out -> out.writeCharArray(three, 3)))
                .isEqualTo("00000003" + "00000001" + "00000002" + "ffffffff");
        assertThat(written(out -> out.writeFixedCharArray(three, 3)))
                .isEqualTo("00000001" + "00000002" + "ffffffff");

        assertThat(reader("00000003 0102ff00").readOpaque(3)).isEqualTo(three);
        assertThat(reader("0102ff00").readFixedOpaque(3)).isEqualTo(three);
        assertThat(reader("00000003 00000001 00000002 000000ff").readCharArray(3)).isEqualTo(three);
        assertThat(reader("00000001 00000002 000000ff").readFixedCharArray(3)).isEqualTo(three);
    }

    @Test
    void uuidsAreSixteenBytes() {
        var uuid = UUID.fromString("6695eb01-f6a4-8304-79aa-97f2502e193f");

        assertThat(written(out -> out.writeUuid(uuid)))
                .isEqualTo("6695eb01f6a4830479aa97f2502e193f");
        assertThat(reader("6695eb01f6a4830479aa97f2502e193f").readUuid()).isEqualTo(uuid);
    }

    @Test
    void readingStopsAtTheEnd() {
        assertThatThrownBy(() -> reader("000000").readInt()).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> reader("00000000000000").readLong())
                .isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> reader("00000004616263").readString(9))
                .isInstanceOf(XdrException.class);
        // The padding belongs to the value.
        assertThatThrownBy(() -> reader("00000003616263").readString(9))
                .isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> reader("00000001").readFixedCharArray(2))
                .isInstanceOf(XdrException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000006", "7fffffff", "80000000", "ffffffff"})
    void countsAboveTheirLimitAreRefusedBeforeMemoryIsTaken(String count) {
        String payload = count + "00".repeat(64);

        assertThatThrownBy(() -> reader(payload).readCount(5)).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> reader(payload).readString(5)).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> reader(payload).readOpaque(5)).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> reader(payload).readCharArray(5)).isInstanceOf(XdrException.class);
    }

    @Test
    void countsThatThePayloadCannotHoldAreRefused() {
        assertThatThrownBy(() -> reader("00004000 00000000").readCount(0x4000))
                .isInstanceOf(XdrException.class);
    }

    @Test
    void limitsHoldForWritingToo() {
        var out = new XdrWriter();

        assertThatThrownBy(() -> out.writeString("ü", 1)).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> out.writeOpaque(new byte[2], 1)).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> out.writeCount(2, 1)).isInstanceOf(XdrException.class);
        assertThatThrownBy(() -> out.writeFixedOpaque(new byte[2], 3))
                .isInstanceOf(XdrException.class);
    }

    @Test
    void aWriterGrowsToItsLimitAndNoFurther() {
        var out = new XdrWriter(8, 100);
        for (int i = 0; i < 25; i++) {
            out.writeInt(i);
        }

        assertThat(out.position()).isEqualTo(100);
        assertThatThrownBy(() -> out.writeInt(1))
                .isInstanceOfSatisfying(XdrException.class, e -> assertThat(e.encoding()).isTrue());
        assertThat(out.position()).isEqualTo(100);
    }

    @Test
    void truncatingForgetsTheEnd() {
        var out = new XdrWriter();
        out.writeInt(1);
        out.writeInt(2);
        out.truncate(4);
        out.insertInt(0, 3);

        assertThat(out.toByteArray()).containsExactly(0, 0, 0, 3, 0, 0, 0, 1);
    }
}
