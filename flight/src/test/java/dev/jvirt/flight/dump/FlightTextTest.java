package dev.jvirt.flight.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.flight.file.Direction;
import dev.jvirt.flight.file.Note;
import dev.jvirt.flight.file.RecordedFrame;
import dev.jvirt.flight.record.SampleFrames;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainSetUserPassword;
import dev.jvirt.protocol.domain.DomainSetUserPasswordCodec;
import dev.jvirt.protocol.remote.DomainCalls.DomainCreateXml;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByName;
import dev.jvirt.protocol.remote.DomainCreateXmlCodec;
import dev.jvirt.protocol.remote.DomainLookupByNameCodec;
import dev.jvirt.protocol.remote.DomainLookupByNameReplyCodec;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlightTextTest {
    private static final RemoteDomain WEB = new RemoteDomain("web", new UUID(1, 2), 7);

    private static String text(Direction direction, byte[] frame, DumpOptions options) {
        return FlightText.of(new RecordedFrame(direction, 1_500_000, frame.length, frame), options);
    }

    private static String shortText(byte[] frame) {
        return text(Direction.TO_SERVER, frame, DumpOptions.SHORT);
    }

    @Test
    void aCallShowsItsArguments() {
        byte[] frame =
                SampleFrames.call(
                        23, 4, DomainLookupByNameCodec.INSTANCE, new DomainLookupByName("web"));

        assertThat(shortText(frame))
                .isEqualTo(
                        """
                            0.001500 -> remote domain_lookup_by_name #4 call, 36 bytes
                                name = web
                        """);
    }

    @Test
    void aReplyShowsItsResultWithTheWayToEachValue() {
        byte[] frame =
                SampleFrames.reply(
                        23,
                        4,
                        DomainLookupByNameReplyCodec.INSTANCE,
                        new DomainLookupByName.Reply(WEB));

        assertThat(text(Direction.TO_CLIENT, frame, DumpOptions.SHORT))
                .isEqualTo(
                        """
                            0.001500 <- remote domain_lookup_by_name #4 reply, 56 bytes
                                domain.name = web
                                domain.uuid = 00000000-0000-0001-0000-000000000002
                                domain.id = 7
                        """);
    }

    @Test
    void anErrorShowsWhatItSays() {
        byte[] frame =
                SampleFrames.frame(
                        SampleFrames.remote(23, MessageType.REPLY, 4, MessageStatus.ERROR),
                        RpcErrorCodec.INSTANCE,
                        RpcError.internal("no luck"));

        assertThat(shortText(frame))
                .contains("domain_lookup_by_name #4 reply error,")
                .contains("code = 1\n")
                .contains("message = internal error: no luck\n")
                .contains("str3 = -\n");
    }

    @Test
    void aSecretIsNotEvenShownAsStars() {
        byte[] frame =
                SampleFrames.call(
                        357,
                        4,
                        DomainSetUserPasswordCodec.INSTANCE,
                        new DomainSetUserPassword(WEB, Optional.of("root"), Optional.of("***"), 0));

        assertThat(shortText(frame)).contains("password = (secret)\n").contains("user = root\n");
    }

    @Test
    void documentsKeepTheirLinesAndAreShortenedUnlessAllIsWanted() {
        byte[] frame =
                SampleFrames.call(
                        10,
                        4,
                        DomainCreateXmlCodec.INSTANCE,
                        new DomainCreateXml("<a>\n" + "  <b/>\n".repeat(30) + "</a>", 1));

        assertThat(shortText(frame))
                .contains("xmlDesc =\n          | <a>\n          |   <b/>\n")
                .contains("... 20 lines more")
                .doesNotContain("</a>");
        assertThat(text(Direction.TO_SERVER, frame, new DumpOptions(true, false)))
                .contains("| </a>")
                .contains("flags = 1");
    }

    @Test
    void whatATerminalWouldObeyIsEscaped() {
        byte[] frame =
                SampleFrames.call(
                        23,
                        4,
                        DomainLookupByNameCodec.INSTANCE,
                        new DomainLookupByName("\u001b[31mred\u009b"));

        assertThat(shortText(frame)).contains("name = \\x1b[31mred\\x9b");
    }

    @Test
    void streamsShowHowMuchAndABitOfIt() {
        assertThat(shortText(SampleFrames.data(209, 4, "a\nb".getBytes(UTF_8))))
                .contains("remote storage_vol_download #4 stream, 31 bytes")
                .contains("3 bytes of data: \"a\\nb\"");
        assertThat(shortText(SampleFrames.data(209, 4, new byte[] {0, 1}))).contains(": 0001\n");
        assertThat(shortText(SampleFrames.data(209, 4))).contains("end of data");
        assertThat(shortText(SampleFrames.end(209, 4))).contains("#4 stream end, 28 bytes");
        byte[] packet = SampleFrames.data(209, 4, new byte[50]);
        var cut = new RecordedFrame(Direction.TO_CLIENT, 0, 78, Arrays.copyOf(packet, 28));
        assertThat(FlightText.of(cut, DumpOptions.SHORT)).contains("50 bytes of data, not kept");
    }

    @Test
    void anUnknownMessageIsShownInHexadecimal() {
        byte[] frame =
                SampleFrames.raw(SampleFrames.remote(4711, MessageType.CALL, 4, 0), (byte) 0xab);

        assertThat(shortText(frame))
                .contains("remote procedure 4711 #4 call, 29 bytes")
                .contains("(this message is not known)\n        : ab\n");
    }

    @Test
    void whatDoesNotDecodeIsShownInHexadecimal() {
        byte[] frame =
                SampleFrames.raw(SampleFrames.remote(23, MessageType.CALL, 4, 0), (byte) 0xab);

        assertThat(shortText(frame)).contains("domain_lookup_by_name").contains(": ab\n");
    }

    @Test
    void bytesAreShownIfWanted() {
        byte[] frame = SampleFrames.call(2, 4);

        assertThat(text(Direction.TO_SERVER, frame, new DumpOptions(false, true)))
                .endsWith(": 0000001c200080860000000100000002000000000000000400000000\n");
    }

    @Test
    void remarksOfTheRecorderAreShown() {
        assertThat(FlightText.of(new Note(2_000_000_000, "closed"), DumpOptions.SHORT))
                .isEqualTo("    2.000000 -- closed\n");
    }

    @Test
    void noFrameMakesItCrash() {
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] payload = new byte[4 * random.nextInt(12)];
            random.nextBytes(payload);
            if (round % 2 == 0) {
                for (int at = 0; at < payload.length; at += 4) {
                    payload[at] = 0;
                    payload[at + 1] = 0;
                    payload[at + 2] = 0;
                }
            }
            var header =
                    SampleFrames.remote(
                            random.nextInt(460), random.nextInt(8), round, random.nextInt(4));

            assertThat(shortText(SampleFrames.raw(header, payload))).contains("#" + round);
        }
    }
}
