package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.daemon.access.ConnectPermission;
import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.daemon.access.Permission;
import dev.jvirt.daemon.remote.RemoteService;
import dev.jvirt.host.UnixSockets;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.UnixSocket;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every procedure that the protocol gives an access rule is refused by a policy that permits
/// nothing, and goes on once exactly what the rule names is permitted.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessSweepTest {
    private static final String DENIED = "access denied: 'MIRROR' denied access";

    private final GrantingPolicy policy = new GrantingPolicy();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private RpcServer server;

    @BeforeAll
    void start() throws Exception {
        var driver = new RecordingDriver();
        driver.answer(HostDriver.class.getMethod("type"), "MIRROR");
        server =
                new RpcServer(
                        "access",
                        ServerLimits.defaults(),
                        new RemoteService(new DriverTable(List.of(driver)), policy),
                        new UnixSockets());
        server.listen(
                new UnixSocket(
                        folder.resolve("socket"), 0700, OptionalInt.empty(), false, AuthType.NONE));
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Named<WireCall>> calls() {
        return WireCall.all().stream()
                .filter(call -> call.procedure().acl().length > 0)
                .filter(call -> call.arguments() != ConnectOpen.class)
                .map(call -> Named.of(call.toString(), call));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void isRefusedWhereNothingIsPermitted(WireCall call) throws IOException {
        Optional<RpcError> error = send(call, 0, Set.of());

        assertThat(error.orElseThrow().code()).isEqualTo(ErrorCode.ACCESS_DENIED.code());
        assertThat(error.get().domain()).isEqualTo(ErrorDomain.ACCESS.code());
        assertThat(error.get().message()).isEqualTo(DENIED);
        assertThat(error.get().str1()).isEqualTo("access denied: %s");
        assertThat(error.get().str2()).isEqualTo("'MIRROR' denied access");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void needsExactlyWhatIsPermittedByItsRule(WireCall call) throws IOException {
        Set<Permission> needed = unconditional(call);

        assertThat(send(call, 0, needed).map(RpcError::message)).isNotEqualTo(Optional.of(DENIED));
        assertThat(policy.questions())
                .extracting(GrantingPolicy.Question::permission)
                .containsExactlyInAnyOrderElementsOf(needed);
        for (Permission missing : needed) {
            var rest = new HashSet<>(needed);
            rest.remove(missing);
            assertThat(send(call, 0, rest).map(RpcError::message)).contains(DENIED);
        }
    }

    static Stream<Named<WireCall>> conditionalCalls() {
        return calls().filter(
                        call ->
                                Arrays.stream(call.getPayload().procedure().acl())
                                        .anyMatch(rule -> rule.split(":").length == 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conditionalCalls")
    void needsMoreWithFlagsThatItsRuleNames(WireCall call) throws IOException {
        Set<Permission> always = unconditional(call);
        var all = new HashSet<Permission>();
        for (String rule : call.procedure().acl()) {
            all.add(permission(rule));
        }

        send(call, -1, all);

        for (Permission more : all) {
            var asked = policy.questions().stream().map(GrantingPolicy.Question::permission);
            assertThat(asked).as("with every flag").contains(more);
        }
        assertThat(all).containsAll(always);
    }

    /// What a call without flags needs.
    private static Set<Permission> unconditional(WireCall call) {
        var needed = new HashSet<Permission>();
        for (String rule : call.procedure().acl()) {
            String[] parts = rule.split(":", -1);
            if (parts.length == 2 || parts.length == 3 && parts[2].startsWith("!")) {
                needed.add(permission(rule));
            }
        }
        return needed;
    }

    private static Permission permission(String rule) {
        String[] parts = rule.split(":", -1);
        for (ObjectType type : ObjectType.values()) {
            for (Permission permission : type.permissions()) {
                if (type.label().equals(parts[0].replace('_', '-'))
                        && permission.label().equals(parts[1].replace('_', '-'))) {
                    return permission;
                }
            }
        }
        throw new AssertionError(rule);
    }

    @Test
    void openingIsRefusedToWhoMayNotUseTheDriver() throws IOException {
        policy.grant(Set.of());

        try (var client = new RpcClient(UnixTransport.connect(folder.resolve("socket")))) {
            var calls = new ConnectCallsClient(client);
            assertThat(errorOf(() -> calls.connectOpen(open())).message()).isEqualTo(DENIED);
            assertThat(errorOf(calls::connectGetType).message())
                    .isEqualTo("internal error: hypervisor connection not open");
        }
    }

    @Test
    void thePermissionsAreThoseOfLibvirt() {
        var all = new ArrayList<Permission>();
        for (ObjectType type : ObjectType.values()) {
            all.addAll(type.permissions());
        }

        // One more than libvirt 9.0.0 had: node devices are saved since 10.1.0.
        assertThat(all).hasSize(106).doesNotHaveDuplicates();
        assertThat(ObjectType.STORAGE_POOL.permissions().stream().map(Permission::label))
                .contains("search-storage-vols", "refresh");
    }

    private Optional<RpcError> send(WireCall call, int flags, Set<Permission> permitted)
            throws IOException {
        policy.grant(Set.of(ConnectPermission.GETATTR));
        try (var client = new RpcClient(UnixTransport.connect(folder.resolve("socket")))) {
            new ConnectCallsClient(client).connectOpen(open());
            policy.grant(permitted);
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

    private static ConnectOpen open() {
        return new ConnectOpen(Optional.of("mirror:///"), 0);
    }

    private static RpcError errorOf(Runnable call) {
        try {
            call.run();
        } catch (RpcException e) {
            return e.error();
        }
        throw new AssertionError("no error");
    }

    private static Values values(WireCall call, int flags) {
        return WireSweepTest.values(call)
                .componentRule(
                        int.class,
                        (component, v) ->
                                switch (component.getName()) {
                                    case "flags", "source" -> flags;
                                    default -> v.of(int.class);
                                });
    }
}
