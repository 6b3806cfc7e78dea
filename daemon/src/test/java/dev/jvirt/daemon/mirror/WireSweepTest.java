package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.daemon.remote.RemoteService;
import dev.jvirt.host.UnixSockets;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.protocol.wire.Fixed;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.UnixSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every procedure of the protocol is sent to a daemon whose driver supports nothing: it is
/// answered as libvirt answers, and a read-only connection is refused what it may not do.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireSweepTest {
    /// They concern the connection itself.
    private static final Set<String> SESSION =
            Set.of(
                    "ConnectOpen",
                    "ConnectClose",
                    "AuthList",
                    "AuthSaslInit",
                    "AuthSaslStart",
                    "AuthSaslStep",
                    "AuthPolkit");

    /// Its registration is looked for first, and there can be none.
    private static final String SEARCHES = "virConnectDomainQemuMonitorEventDeregister";

    private static final Map<String, String> REFUSALS = refusals();
    private static final Map<String, String> FUNCTIONS = functions();

    /// Calls of which the recorded table does not say whether they are refused, or which are
    /// refused with some flags only.
    private static final Set<String> UNCERTAIN =
            table().stream()
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells.length > 17)
                    .filter(cells -> cells[16].equals("?") || cells[16].startsWith("denied-if"))
                    .map(cells -> cells[0] + ":" + cells[1])
                    .collect(Collectors.toUnmodifiableSet());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private RpcServer server;

    @BeforeAll
    void start() throws IOException {
        server =
                new RpcServer(
                        "sweep",
                        ServerLimits.defaults(),
                        new RemoteService(new DriverTable(List.of(new RecordingDriver()))),
                        new UnixSockets());
        for (boolean readOnly : new boolean[] {false, true}) {
            server.listen(
                    new UnixSocket(
                            socket(readOnly), 0700, OptionalInt.empty(), readOnly, AuthType.NONE));
        }
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Path socket(boolean readOnly) {
        return folder.resolve(readOnly ? "ro" : "rw");
    }

    static Stream<Named<WireCall>> calls() {
        return WireCall.all().stream()
                .filter(call -> !SESSION.contains(call.arguments().getSimpleName()))
                .map(call -> Named.of(call.toString(), call));
    }

    /// C function by program and number, for each procedure that read-only connections are refused.
    private static Map<String, String> refusals() {
        var refusals = new HashMap<String, String>();
        for (String line : table()) {
            String[] cells = line.split("\t");
            if (cells.length > 17 && cells[16].equals("denied") && !cells[17].equals(SEARCHES)) {
                refusals.put(cells[0] + ":" + cells[1], cells[17]);
            }
        }
        return refusals;
    }

    /// C function by program and number, as far as libvirt's daemon calls one.
    private static Map<String, String> functions() {
        var functions = new HashMap<String, String>();
        for (String line : table()) {
            String[] cells = line.split("\t");
            // A call that serves two functions names either.
            if (cells.length > 17 && cells[17].startsWith("vir") && !cells[17].contains("|")) {
                functions.put(cells[0] + ":" + cells[1], cells[17]);
            }
        }
        return functions;
    }

    private static List<String> table() {
        String repository = System.getProperty("jvirt.repository", "..");
        Path file = Path.of(repository).resolve("../shared/protocol/procedures.tsv").normalize();
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static @Nullable String refusal(WireCall call) {
        return REFUSALS.get(key(call));
    }

    private static String key(WireCall call) {
        String program =
                switch (call.program()) {
                    case REMOTE -> "remote";
                    case QEMU -> "qemu";
                    case LXC -> "lxc";
                    case ADMIN, KEEPALIVE -> throw new AssertionError(call);
                };
        return program + ":" + call.procedure().number();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void isAnsweredByADriverThatSupportsNothing(WireCall call) throws IOException {
        Optional<RpcError> error = send(call, false);

        error.ifPresent(
                e -> assertThat(e.message()).doesNotContain("unknown procedure", "client socket"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void namesTheFunctionThatTheClientCalledIfNoDriverHasIt(WireCall call) throws IOException {
        String function = FUNCTIONS.get(key(call));
        assumeThat(function).as("the recorded name of the function").isNotNull();

        for (int flags : new int[] {0, 1}) {
            send(call, false, flags)
                    .filter(e -> e.code() == ErrorCode.NO_SUPPORT.code())
                    .ifPresent(
                            e ->
                                    assertThat(e.message())
                                            .as("flags %d", flags)
                                            .isEqualTo(
                                                    "this function is not supported by the"
                                                            + " connection driver: "
                                                            + function));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void isRefusedOnAReadOnlyConnectionWhereLibvirtRefusesIt(WireCall call) throws IOException {
        assumeThat(REFUSALS).as("the recorded protocol tables").isNotEmpty();

        Optional<RpcError> error = send(call, true);

        String function = refusal(call);
        if (function != null) {
            assertThat(error).isPresent();
            assertThat(error.get().message())
                    .isEqualTo("operation forbidden: read only access prevents " + function);
            assertThat(error.get().code()).isEqualTo(ErrorCode.OPERATION_DENIED.code());
        } else if (!UNCERTAIN.contains(key(call))) {
            error.ifPresent(
                    e ->
                            assertThat(e.message())
                                    .doesNotContain("read only access", "unknown procedure"));
        }
    }

    private static Optional<RpcError> send(WireCall call, boolean readOnly) throws IOException {
        return send(call, readOnly, 1);
    }

    private static Optional<RpcError> send(WireCall call, boolean readOnly, int flags)
            throws IOException {
        try (var client = new RpcClient(UnixTransport.connect(socket(readOnly)))) {
            new ConnectCallsClient(client)
                    .connectOpen(new ConnectOpen(Optional.of("mirror:///"), 0));
            Object arguments = values(call, flags).of(call.arguments());
            client.call(
                    call.program().number(),
                    call.program().version(),
                    call.procedure().number(),
                    call.codec(),
                    call.arguments().getRecordComponents().length == 0 ? Empty.INSTANCE : arguments,
                    new IgnoredReply());
            return Optional.empty();
        } catch (RpcException e) {
            return Optional.of(e.error());
        }
    }

    /// Arguments for the call that no check refuses.
    static Values values(WireCall call) {
        // One flag, so that none contradicts another.
        return values(call, 1);
    }

    private static Values values(WireCall call, int flags) {
        return new Values(call.toString().hashCode())
                .componentRule(
                        int.class,
                        (component, v) ->
                                component.getName().equals("flags") ? flags : v.of(int.class))
                .fullLists()
                .componentRule(
                        Opaque.class,
                        (component, v) -> {
                            Fixed fixed = component.getAnnotation(Fixed.class);
                            return new Opaque(
                                    new byte[fixed == null ? 1 + v.below(8) : fixed.value()]);
                        });
    }
}
