package dev.jvirt.rpc.server;

import static dev.jvirt.rpc.server.TestService.CRASH;
import static dev.jvirt.rpc.server.TestService.ECHO;
import static dev.jvirt.rpc.server.TestService.FAIL;
import static dev.jvirt.rpc.server.TestService.FILL;
import static dev.jvirt.rpc.server.TestService.LOGIN;
import static dev.jvirt.rpc.server.TestService.PROGRAM;
import static dev.jvirt.rpc.server.TestService.VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.Frame;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.frame.RpcErrorCodec;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The exact behaviour on bad input that libvirt's daemon shows.
@Timeout(30)
final class BadInputTest {
    private TestServer server;
    private RawClient client;

    @SuppressWarnings("NullAway.Init")
    BadInputTest() {}

    @BeforeEach
    void start() throws IOException {
        server = TestServer.start();
        client = server.connectRaw();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 99, Integer.MIN_VALUE, TestService.EVENT})
    void unknownProceduresAreRefused(int procedure) throws IOException {
        client.send(RawClient.call(procedure, 7));

        Frame reply = client.receive();

        assertThat(reply.header())
                .isEqualTo(
                        new FrameHeader(
                                PROGRAM,
                                VERSION,
                                procedure,
                                MessageType.REPLY,
                                7,
                                MessageStatus.ERROR));
        assertThat(error(reply)).isEqualTo(RpcError.protocol("unknown procedure: " + procedure));
        assertStillServed();
    }

    private static RpcError error(Frame reply) {
        return RpcErrorCodec.INSTANCE.read(reply.payload());
    }

    private void assertStillServed() throws IOException {
        client.send(RawClient.call(ECHO, 1000), 17);
        Frame reply = client.receive();
        assertThat(reply.header().serial()).isEqualTo(1000);
        assertThat(reply.payload().readInt()).isEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource({"5, 1", "0x11223344, 2", "-5, -1", "0x6b656570, 1"})
    void unknownProgramsAndVersionsAreRefused(String program, int version) throws IOException {
        int number = Integer.decode(program);
        var header = new FrameHeader(number, version, 3, MessageType.CALL, 9, MessageStatus.OK);
        client.send(header);

        Frame reply = client.receive();

        assertThat(reply.header()).isEqualTo(header.with(MessageType.REPLY, MessageStatus.ERROR));
        String text = "Cannot find program %d version %d".formatted(number, version);
        assertThat(error(reply)).isEqualTo(RpcError.protocol(text));
        assertStillServed();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "77, 77", "-1, 4294967295"})
    void callsWithAStatusAreRefused(int status, String named) throws IOException {
        client.send(RawClient.call(99, 1).with(MessageType.CALL, status));

        assertThat(client.receiveError())
                .isEqualTo(RpcError.protocol("Unexpected message status " + named));
        assertStillServed();
    }

    @Test
    void argumentsThatEndEarlyAreRefused() throws IOException {
        client.send(RawClient.call(ECHO, 1));

        assertThat(client.receiveError())
                .isEqualTo(RpcError.protocol("Unable to decode message payload"));
        assertStillServed();
    }

    @Test
    void bytesBehindTheArgumentsAreIgnored() throws IOException {
        client.send(RawClient.call(ECHO, 1), 5, 6, 7);

        assertThat(client.receive().payload().readInt()).isEqualTo(5);
    }

    @Test
    void resultsThatAreTooLargeAreRefused() throws IOException {
        client.send(RawClient.call(FILL, 1), 33_554_432);

        assertThat(client.receiveError())
                .isEqualTo(RpcError.protocol("Unable to encode message payload"));
        assertStillServed();
    }

    @Test
    void theLargestResultPasses() throws IOException {
        int largest = 33_554_436 - 28 - 4;
        client.send(RawClient.call(FILL, 1), largest);

        assertThat(client.receive().length()).isEqualTo(largest + 4);
    }

    @Test
    void errorsOfHandlersTravelWhole() throws IOException {
        client.send(RawClient.call(FAIL, 1));

        assertThat(client.receiveError())
                .isEqualTo(new RpcError(42, 10, "Domain not found", 2, "a", null, "c", 5, 6));
    }

    @Test
    void handlersThatCrashAreAnErrorAndNoMore() throws IOException {
        client.send(RawClient.call(CRASH, 1));

        RpcError error = client.receiveError();

        assertThat(error.code()).isEqualTo(1);
        assertThat(error.message()).contains("on purpose");
        assertStillServed();
    }

    @Test
    void unauthenticatedCallsAreRefusedAndTheConnectionStays() throws IOException {
        try (var anonymous = server.connectRaw("sock-auth")) {
            anonymous.send(RawClient.call(ECHO, 1)); // would not decode, but that comes later
            assertThat(anonymous.receiveError())
                    .isEqualTo(RpcError.protocol("authentication required"));
            anonymous.send(RawClient.call(99, 2));
            assertThat(anonymous.receiveError())
                    .isEqualTo(RpcError.protocol("unknown procedure: 99"));
            anonymous.send(RawClient.call(LOGIN, 3));
            assertThat(anonymous.receive().header().status()).isEqualTo(MessageStatus.OK);
            anonymous.send(RawClient.call(ECHO, 4), 21);
            assertThat(anonymous.receive().payload().readInt()).isEqualTo(21);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "6", "7", "-1"})
    void otherMessagesAreDropped(int type) throws IOException {
        client.send(RawClient.call(ECHO, 1).with(type, MessageStatus.OK), 1);
        var unknown = new FrameHeader(5, 5, 5, type, 5, MessageStatus.OK);
        client.send(unknown);

        assertStillServed();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 4, 5, 27, 33_554_437, -1, Integer.MIN_VALUE})
    void badLengthsCloseTheConnection(int length) throws IOException {
        client.channel().write(ByteBuffer.allocate(28).putInt(0, length));

        assertThat(client.isClosedByPeer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 33_554_437})
    void badLengthsCloseTheConnectionBeforeAuthenticationToo(int length) throws IOException {
        try (var anonymous = server.connectRaw("sock-auth")) {
            anonymous.channel().write(ByteBuffer.allocate(28).putInt(0, length));

            assertThat(anonymous.isClosedByPeer()).isTrue();
        }
    }

    @Test
    void theLargestMessageIsRead() throws IOException {
        int length = 33_554_436;
        var frame = ByteBuffer.allocate(length);
        frame.put(0, RawClient.frame(RawClient.call(ECHO, 3), 55));
        frame.putInt(0, length);
        while (frame.hasRemaining()) {
            client.channel().write(frame);
        }

        assertThat(client.receive().payload().readInt()).isEqualTo(55);
    }

    @Test
    void messagesMayArriveByteByByte() throws IOException {
        for (byte one : RawClient.frame(RawClient.call(ECHO, 3), 56)) {
            client.sendBytes(one);
        }

        assertThat(client.receive().payload().readInt()).isEqualTo(56);
    }

    @Test
    void aMessageThatEndsHalfwayEndsTheSession() throws Exception {
        byte[] frame = RawClient.frame(RawClient.call(ECHO, 3), 56);
        client.channel().write(ByteBuffer.wrap(frame, 0, 30));
        client.close();

        server.service().closed.acquire();

        assertThat(server.service().open).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {33, -1})
    void badDescriptorCountsCloseTheConnection(int count) throws IOException {
        var header = RawClient.call(ECHO, 3).with(MessageType.CALL_WITH_FDS, MessageStatus.OK);
        client.send(header, count, 5);

        assertThat(client.isClosedByPeer()).isTrue();
    }

    @Test
    void noDescriptorsAreAlsoDescriptors() throws IOException {
        var header = RawClient.call(ECHO, 3).with(MessageType.CALL_WITH_FDS, MessageStatus.OK);
        client.send(header, 0, 5);

        Frame reply = client.receive();

        assertThat(reply.header().type()).isEqualTo(MessageType.REPLY);
        assertThat(reply.payload().readInt()).isEqualTo(5);
    }

    @Test
    void repliesFollowTheByeAndThenTheEnd() throws IOException {
        client.send(RawClient.call(TestService.BYE, 3));

        assertThat(client.receive().header().serial()).isEqualTo(3);
        assertThat(client.isClosedByPeer()).isTrue();
    }
}
