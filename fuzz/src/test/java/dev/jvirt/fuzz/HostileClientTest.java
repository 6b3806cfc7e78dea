package dev.jvirt.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.fuzz.WireMessage.Kind;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.frame.FrameHeader;
import dev.jvirt.rpc.frame.Frames;
import dev.jvirt.rpc.frame.KeepAlive;
import dev.jvirt.rpc.frame.MessageStatus;
import dev.jvirt.rpc.frame.MessageType;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A live daemon, and a client that sends bad bytes to every procedure of every program: before it
/// has authenticated, before it has opened a hypervisor, and after. Each call is answered, or the
/// connection closed; nothing goes wrong inside, nothing is left behind, and another client is
/// served all the while.
@Timeout(180)
class HostileClientTest {
    private static final long GROWTH = 24L << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<WireMessage> calls =
            WireMessage.all().stream().filter(message -> message.kind() == Kind.ARGUMENTS).toList();

    @SuppressWarnings("NullAway.Init")
    private LiveDaemon daemon;

    @BeforeEach
    void start() throws IOException {
        daemon = LiveDaemon.start(folder);
    }

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void everyProcedureBearsBadBytesBeforeAuthentication() throws IOException {
        for (WireMessage call : calls) {
            if (call.program() != Program.ADMIN) {
                attack("closed", call, false);
            }
        }
    }

    @Test
    void everyProcedureBearsBadBytesBeforeAHypervisorIsOpen() throws IOException {
        for (WireMessage call : calls) {
            attack(socket(call), call, false);
        }
    }

    /// What is used is measured once everything has been used: the second time costs nothing more.
    @Test
    void everyProcedureBearsBadBytesAndNothingIsLeftBehind() throws IOException {
        attackAll();
        settle();
        long heap = heap();
        int threads = threads();
        long files = files();

        attackAll();
        settle();

        assertThat(heap() - heap).as("bytes more").isLessThan(GROWTH);
        assertThat(threads()).as("threads").isLessThanOrEqualTo(threads);
        assertThat(files()).as("open files").isLessThanOrEqualTo(files);
    }

    private void attackAll() throws IOException {
        for (WireMessage call : calls) {
            attack(socket(call), call, true);
        }
    }

    private static String socket(WireMessage call) {
        return call.program() == Program.ADMIN ? "admin" : "open";
    }

    private void attack(String socket, WireMessage call, boolean opened) throws IOException {
        try (var client = new HostileClient(daemon.socket(socket))) {
            if (opened) {
                client.open(call.program());
            }
            client.send(call.program(), call.number(), HostilePayloads.of(call));

            assertOthersAreServed();
            assertThat(client.errors())
                    .as(call.toString())
                    .extracting(RpcError::message)
                    .noneMatch(message -> message != null && message.contains(LiveDaemon.DEFECT));
        }
    }

    private void assertOthersAreServed() {
        assertThat(daemon.askedByAnother()).isEqualTo("TEST");
    }

    @Test
    void messagesThatAreNoCallsAreBorne() throws IOException {
        byte[] noise = HostilePayloads.of(calls.getFirst()).getLast();
        for (Program program : Program.values()) {
            for (int type = -1; type <= MessageType.STREAM_HOLE + 1; type++) {
                for (int status = -1; status <= MessageStatus.CONTINUE + 1; status++) {
                    var header = new FrameHeader(program.number(), 1, 1, type, 7, status);
                    sendAndLeave(frame(header, noise));
                }
            }
        }
        assertOthersAreServed();
    }

    @Test
    void lengthsThatNoMessageHasEndTheConnection() throws IOException {
        for (int length : new int[] {0, 3, 27, 33_554_437, Integer.MAX_VALUE, -1}) {
            try (var client = new HostileClient(daemon.socket("open"))) {
                client.write(ByteBuffer.allocate(28).putInt(0, length));

                assertThat(client.errors()).isEmpty();
            }
            assertOthersAreServed();
        }
    }

    /// Whoever announces the largest message and sends nothing of it holds no memory for it.
    @Test
    void whatIsAnnouncedTakesNoMemoryBeforeItComes() throws IOException {
        int many = 60;
        var clients = new ArrayList<HostileClient>();
        long before = heap();
        try {
            for (int i = 0; i < many; i++) {
                var client = new HostileClient(daemon.socket("open"));
                clients.add(client);
                var start = ByteBuffer.allocate(28).putInt(0, 33_554_436);
                client.write(start);
                assertOthersAreServed();
            }
            assertThat(heap() - before).isLessThan(many * (1L << 19));
        } finally {
            for (HostileClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void pingsWithBytesBehindThemAreAnswered() throws IOException {
        try (var client = new HostileClient(daemon.socket("open"))) {
            for (int i = 0; i < 100; i++) {
                client.write(ByteBuffer.wrap(frame(KeepAlive.ping(), new byte[i * 100])));
            }
            client.send(Program.REMOTE, 1, List.of(new byte[0]));

            assertThat(client.errors()).hasSize(1);
        }
        assertOthersAreServed();
    }

    private void sendAndLeave(byte[] bytes) throws IOException {
        try (var client = new HostileClient(daemon.socket("open"))) {
            client.write(ByteBuffer.wrap(bytes));
        }
    }

    private static byte[] frame(FrameHeader header, byte[] payload) {
        var out = new XdrWriter();
        int start = Frames.begin(out, header);
        out.writeRaw(payload, 0, payload.length);
        Frames.end(out, start);
        return out.toByteArray();
    }

    /// Waits until the daemon has let go of all clients but one: each turn is a call.
    private void settle() {
        long end = System.nanoTime() + LiveDaemon.PATIENCE.toNanos();
        while (daemon.clientCount() > 1) {
            assertThat(System.nanoTime()).as("clients are left").isLessThan(end);
            assertOthersAreServed();
        }
        for (int i = 0; i < 100; i++) {
            assertOthersAreServed();
        }
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            var usage = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            least = Math.min(least, usage.getUsed());
        }
        return least;
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long files() throws IOException {
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
