package dev.jvirt.tests.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.tests.lab.CLibvirtd;
import dev.jvirt.tests.lab.Daemon;
import dev.jvirt.tests.lab.JvirtLibvirtd;
import dev.jvirt.tests.lab.RawClient;
import dev.jvirt.tests.lab.RawClient.WireError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Frames that no client sends, before and after a driver is open. C libvirt's daemon, where it is
/// there, has to pass as well: it says whether the expectations are right.
@Timeout(60)
class FramesFaultTest {
    private static final int OPEN = 1;
    private static final int AUTH_LIST = 66;
    private static final int LOOKUP_BY_NAME = 23;
    private static final int LIBRARY_VERSION = 157;
    private static final int LIFECYCLE_EVENT = 107;
    private static final int CALL = 0;
    private static final int RPC_CODE = 39;
    private static final int RPC_DOMAIN = 7;

    @TempDir static Path folder;

    private static final List<Daemon> DAEMONS = new ArrayList<>();

    @BeforeAll
    static void startDaemons() {
        Peers.needProduct();
        DAEMONS.add(JvirtLibvirtd.start(Peers.root(folder, "j")));
        if (CLibvirtd.missing().isEmpty()) {
            DAEMONS.add(CLibvirtd.start(Peers.root(folder, "c")));
        }
    }

    @AfterAll
    static void stopDaemons() {
        DAEMONS.forEach(Daemon::close);
    }

    /// A frame, and the message that it is refused with.
    private record Refused(String what, ByteBuffer frame, String message) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Refused refused(
            String message, int program, int version, int procedure, int status, int... words) {
        return new Refused(
                message,
                RawClient.frame(program, version, procedure, CALL, 9, status, words),
                message);
    }

    static Stream<Refused> refused() {
        int remote = RawClient.REMOTE;
        String undecodable = "Unable to decode message payload";
        return Stream.of(
                refused("unknown procedure: 0", remote, 1, 0, 0),
                refused("unknown procedure: 9999", remote, 1, 9999, 0),
                refused("unknown procedure: -1", remote, 1, -1, 0),
                refused("unknown procedure: 107", remote, 1, LIFECYCLE_EVENT, 0),
                refused("Cannot find program 7 version 1", 7, 1, AUTH_LIST, 0),
                refused("Cannot find program -1 version 1", -1, 1, AUTH_LIST, 0),
                refused("Cannot find program 536903814 version 2", remote, 2, AUTH_LIST, 0),
                refused("Unexpected message status 1", remote, 1, AUTH_LIST, 1),
                refused("Unexpected message status 77", remote, 1, AUTH_LIST, 77),
                refused(undecodable, remote, 1, OPEN, 0),
                refused(undecodable, remote, 1, OPEN, 0, 1),
                refused(undecodable, remote, 1, OPEN, 0, 1, 8, 0),
                refused(undecodable, remote, 1, OPEN, 0, 1, -1, 0),
                refused(undecodable, remote, 1, OPEN, 0, 1, Integer.MAX_VALUE, 0),
                refused(undecodable, remote, 1, LOOKUP_BY_NAME, 0),
                refused(undecodable, remote, 1, LOOKUP_BY_NAME, 0, 1 << 24, 0));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void badCallsAreRefusedBeforeADriverIsOpen(Refused refused) throws IOException {
        for (Daemon daemon : DAEMONS) {
            try (var client = RawClient.connect(daemon.socket())) {
                check(client, refused);
                client.open("test:///default");
                assertThat(client.call(LIBRARY_VERSION).isError()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void badCallsAreRefusedAfterADriverIsOpen(Refused refused) throws IOException {
        for (Daemon daemon : DAEMONS) {
            try (var client = RawClient.connect(daemon.socket()).open("test:///default")) {
                check(client, refused);
                assertThat(client.call(LIBRARY_VERSION).isError()).isFalse();
            }
        }
    }

    private static void check(RawClient client, Refused refused) throws IOException {
        var frame = refused.frame().duplicate();
        client.send(frame);
        var reply = client.receive();

        // the reply echoes program, version, procedure and serial
        var sent = refused.frame().duplicate().position(4);
        assertThat(reply.header().subList(0, 3))
                .containsExactly(sent.getInt(), sent.getInt(), sent.getInt());
        assertThat(reply.header().subList(3, 6)).containsExactly(1, 9, 1);
        assertThat(reply.error()).isEqualTo(new WireError(RPC_CODE, RPC_DOMAIN, refused.message()));
    }

    static Stream<List<Integer>> badLengths() {
        return Stream.of(0, 3, 4, 5, 27, 33_554_437, Integer.MAX_VALUE, Integer.MIN_VALUE, -1)
                .map(List::of);
    }

    @ParameterizedTest
    @MethodSource("badLengths")
    void aBadLengthClosesTheConnection(List<Integer> length) throws IOException {
        for (Daemon daemon : DAEMONS) {
            for (boolean open : List.of(false, true)) {
                try (var client = RawClient.connect(daemon.socket())) {
                    if (open) {
                        client.open("test:///default");
                    }
                    client.send(ByteBuffer.allocate(64).putInt(length.getFirst()).clear());

                    assertThat(client.isClosedByPeer()).as(daemon.name()).isTrue();
                }
            }
            assertServes(daemon);
        }
    }

    /// Type, then what may be left out of the six kinds of messages that no client has to send.
    static Stream<List<Integer>> strayTypes() {
        return Stream.of(1, 2, 3, 6, 99, -1).map(List::of);
    }

    @ParameterizedTest
    @MethodSource("strayTypes")
    void framesThatAreNoCallsAreDropped(List<Integer> type) throws IOException {
        for (Daemon daemon : DAEMONS) {
            try (var client = RawClient.connect(daemon.socket()).open("test:///default")) {
                client.send(RawClient.frame(RawClient.REMOTE, 1, AUTH_LIST, type.getFirst(), 5, 0));

                assertThat(client.call(LIBRARY_VERSION).header())
                        .as(daemon.name())
                        .containsExactly(RawClient.REMOTE, 1, LIBRARY_VERSION, 1, 0, 0);
            }
        }
    }

    static Stream<Integer> cuts() {
        return Stream.of(1, 3, 4, 5, 20, 27, 31);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aClientThatEndsInTheMiddleOfAFrameIsForgotten(int length) throws IOException {
        for (Daemon daemon : DAEMONS) {
            try (var client = RawClient.connect(daemon.socket())) {
                client.send(
                        RawClient.frame(RawClient.REMOTE, 1, LOOKUP_BY_NAME, CALL, 0, 0, 4)
                                .limit(length));
            }
            assertServes(daemon);
        }
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aFrameInPiecesIsReadAsAWhole(int length) throws IOException {
        for (Daemon daemon : DAEMONS) {
            try (var client = RawClient.connect(daemon.socket())) {
                var frame = RawClient.frame(RawClient.REMOTE, 1, 9999, CALL, 0, 0, 4);
                client.send(frame.slice(0, length));
                client.send(frame.slice(length, frame.limit() - length));

                assertThat(client.receive().error().message()).isEqualTo("unknown procedure: 9999");
            }
        }
    }

    private static void assertServes(Daemon daemon) throws IOException {
        try (var client = RawClient.connect(daemon.socket()).open("test:///default")) {
            assertThat(client.call(LIBRARY_VERSION).isError()).isFalse();
        }
    }
}
