package dev.jvirt.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.protocol.index.WireShapes;
import dev.jvirt.protocol.shape.Leaf;
import dev.jvirt.protocol.shape.MessageShape;
import dev.jvirt.protocol.shape.PieceReader;
import dev.jvirt.protocol.shape.Shape.Structure;
import dev.jvirt.protocol.wire.Event;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.xdr.XdrException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who reads a message by its shape sees what who decodes it sees.
class ShapesTest {
    private static final int ROUNDS = 5;

    /// A record that travels, and its shape as found by program and number.
    record Sample(Class<?> type, MessageShape message, boolean reply) {
        Structure shape() {
            return reply ? message.reply() : message.body();
        }

        @Override
        public String toString() {
            return message.name() + (reply ? " reply" : "");
        }
    }

    static List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        for (Class<?> wire : WireDefinition.interfaces()) {
            int program = wire.getAnnotation(Wire.class).value().number();
            for (Class<?> type : wire.getDeclaredClasses()) {
                number(type)
                        .ifPresent(
                                number -> {
                                    var shape = WireShapes.find(program, number).orElseThrow();
                                    samples.add(new Sample(type, shape, false));
                                    WireDefinition.reply(type)
                                            .map(reply -> new Sample(reply, shape, true))
                                            .ifPresent(samples::add);
                                });
            }
        }
        return samples;
    }

    private static Optional<Integer> number(Class<?> type) {
        return Stream.concat(
                        Optional.ofNullable(type.getAnnotation(Procedure.class))
                                .map(Procedure::number)
                                .stream(),
                        Optional.ofNullable(type.getAnnotation(Event.class))
                                .map(Event::number)
                                .stream())
                .findFirst();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shapeAndCodecSeeTheSame(Sample sample) {
        var values = new GeneratedValues(new Random(3));

        for (int round = 0; round < ROUNDS; round++) {
            Object value = values.of(sample.type());
            byte[] bytes = Codecs.encode(sample.type(), value);
            var reader = new PieceReader(bytes, 0, bytes.length);

            var leaves = Leaf.of(reader.read(sample.shape()));

            assertThat(reader.position()).isEqualTo(bytes.length);
            assertThat(Flattened.of(bytes, leaves)).isEqualTo(Flattened.of(value));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsCutOffIsRefused(Sample sample) {
        Object value = new GeneratedValues(new Random(7)).of(sample.type());
        byte[] bytes = Codecs.encode(sample.type(), value);

        for (int length = 0; length < bytes.length; length += 4) {
            var reader = new PieceReader(bytes, 0, length);

            assertThatThrownBy(() -> reader.read(sample.shape())).isInstanceOf(XdrException.class);
        }
    }

    @Test
    void secretsAreMarked() {
        var secret = new ArrayList<String>();
        for (Sample sample : samples()) {
            for (var field : sample.shape().fields()) {
                if (field.secret()) {
                    secret.add(sample + " " + field.name());
                }
            }
        }

        assertThat(secret)
                .containsExactlyInAnyOrder(
                        "auth_sasl_start data",
                        "auth_sasl_start reply data",
                        "auth_sasl_step data",
                        "auth_sasl_step reply data",
                        "domain_send_key keycodes",
                        "domain_set_launch_security_state params",
                        "domain_set_user_password password",
                        "secret_get_value reply value",
                        "secret_set_value value");
    }

    @Test
    void pingsAreKnownAndMadeUpNumbersAreNot() {
        assertThat(WireShapes.find(KeepAlive.PROGRAM, KeepAlive.PING))
                .map(MessageShape::name)
                .contains("ping");
        assertThat(WireShapes.find(Program.REMOTE.number(), 4711)).isEmpty();
        assertThat(WireShapes.find(0x1234, 1)).isEmpty();
    }
}
