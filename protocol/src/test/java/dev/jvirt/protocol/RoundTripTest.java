package dev.jvirt.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.rpc.xdr.XdrException;
import dev.jvirt.rpc.xdr.XdrReader;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is written is read again, for every record there is.
class RoundTripTest {
    private static final int ROUNDS = 20;

    static List<Class<?>> encoded() {
        return WireDefinition.encoded();
    }

    @Test
    void thereAreRecords() {
        assertThat(encoded()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void whatIsWrittenIsReadAgain(Class<?> type) {
        var codec = Codecs.of(type);
        var values = new GeneratedValues(new Random(42));

        for (int round = 0; round < ROUNDS; round++) {
            Object value = values.of(type);
            byte[] bytes = Codecs.encode(type, value);
            var in = new XdrReader(bytes, 0, bytes.length);

            assertThat(bytes.length % 4).isZero();
            assertThat(codec.read(in)).isEqualTo(value);
            assertThat(in.remaining()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("encoded")
    void whatIsCutOffIsRefused(Class<?> type) {
        var codec = Codecs.of(type);
        byte[] bytes = Codecs.encode(type, new GeneratedValues(new Random(7)).of(type));

        for (int length = 0; length < bytes.length; length += 4) {
            var in = new XdrReader(bytes, 0, length);

            assertThatThrownBy(() -> codec.read(in)).isInstanceOf(XdrException.class);
        }
    }
}
