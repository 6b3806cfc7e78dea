package dev.jvirt.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.driver.StateDriver;
import dev.jvirt.daemon.config.DaemonConfig;
import dev.jvirt.daemon.log.Log;
import dev.jvirt.protocol.admin.AdminCalls.ClientClose;
import dev.jvirt.protocol.admin.AdminCalls.ClientGetInfo;
import dev.jvirt.protocol.admin.AdminCalls.ConnectListServers;
import dev.jvirt.protocol.admin.AdminCalls.ConnectLookupServer;
import dev.jvirt.protocol.admin.AdminCalls.ConnectOpen;
import dev.jvirt.protocol.admin.AdminCalls.ConnectSetDaemonTimeout;
import dev.jvirt.protocol.admin.AdminCalls.ServerGetClientLimits;
import dev.jvirt.protocol.admin.AdminCalls.ServerListClients;
import dev.jvirt.protocol.admin.AdminCalls.ServerSetClientLimits;
import dev.jvirt.protocol.admin.AdminCalls.ServerSetThreadpoolParameters;
import dev.jvirt.protocol.admin.AdminCallsClient;
import dev.jvirt.protocol.admin.AdminServer;
import dev.jvirt.protocol.remote.ConnectCalls;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByName;
import dev.jvirt.protocol.remote.DomainCallsClient;
import dev.jvirt.protocol.remote.DomainEventCallsClient;
import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.protocol.wire.EmptyCodec;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.TcpTransport;
import dev.jvirt.rpc.client.UnixTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DaemonTest {
    private static final int OWNER = 4242;
    private static final AdminServer MAIN = new AdminServer("libvirtd");

    private final FakeDriver hypervisor = new FakeDriver();
    private final FakeStateDriver driver = new FakeStateDriver(hypervisor);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path root;

    private @Nullable Daemon daemon;

    @AfterEach
    void stop() {
        if (daemon != null) {
            daemon.close();
        }
    }

    private Daemon start(String config, int peer, String... words) {
        return start(DaemonName.LIBVIRTD, config, peer, words);
    }

    private Daemon start(DaemonName name, String config, int peer, String... words) {
        var options = Options.parse(name, words);
        var paths = DaemonPaths.of(name, Optional.of(root), 0, Map.of());
        var setup =
                new DaemonSetup(
                        options,
                        paths,
                        DaemonConfig.parse("test.conf", config),
                        new FakeHost(peer),
                        OWNER,
                        Optional.empty());
        daemon = Daemon.start(setup, StateDrivers.of(List.of(driver), List.of(), List.of()));
        return daemon;
    }

    private Path socket(String name) {
        return root.resolve("run/libvirt").resolve(name);
    }

    private RpcClient connect(String socket) throws IOException {
        return new RpcClient(UnixTransport.connect(socket(socket)));
    }

    @Test
    void listensOnThreeSocketsAndLeavesNothingBehind() throws IOException {
        try (var running = start("", OWNER)) {
            assertThat(running.servers()).hasSize(2);
            assertThat(mode("libvirt-sock")).isEqualTo(0700);
            assertThat(mode("libvirt-sock-ro")).isEqualTo(0777);
            assertThat(mode("libvirt-admin-sock")).isEqualTo(0700);
            assertThat(root.resolve("run/libvirtd.pid")).exists();
        }

        assertThat(driver.calls).containsExactly("start", "close");
        assertThat(root.resolve("run/libvirtd.pid")).doesNotExist();
        try (var left = Files.list(root.resolve("run/libvirt"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aClientOfTheNetworkIsShownByItsAddress() throws Exception {
        try (var running =
                        start(
                                """
                                listen_tls = 0
                                listen_tcp = 1
                                listen_addr = "127.0.0.1"
                                tcp_port = "0"
                                auth_tcp = "none"
                                """,
                                OWNER,
                                "--listen");
                RpcClient client = new RpcClient(TcpTransport.connect("127.0.0.1", port(running)));
                RpcClient admin = connect("libvirt-admin-sock")) {
            new ConnectCallsClient(client)
                    .connectOpen(new ConnectCalls.ConnectOpen(Optional.of("fake:///"), 0));
            var calls = new AdminCallsClient(admin);
            calls.connectOpen(new ConnectOpen(0));

            var listed = calls.serverListClients(new ServerListClients(MAIN, 1, 0)).clients();
            assertThat(listed.getFirst().transport()).isEqualTo(1);
            var info = calls.clientGetInfo(new ClientGetInfo(listed.getFirst(), 0)).params();
            assertThat(info)
                    .extracting(TypedParameter::field)
                    .containsExactly("readonly", "sock_addr");
            assertThat(((TypedValue.OfString) info.get(1).value()).s()).startsWith("127.0.0.1:");
        }
    }

    private static int port(Daemon running) {
        return running.servers().getFirst().server().addresses().getFirst().getPort();
    }

    @Test
    void aDaemonOfOneDriverHasSocketsAndFilesOfItsOwn() throws IOException {
        try (var running = start(DaemonName.VIRTQEMUD, "", OWNER)) {
            assertThat(running.servers().getFirst().name()).isEqualTo("virtqemud");
            assertThat(mode("virtqemud-sock")).isEqualTo(0700);
            assertThat(mode("virtqemud-sock-ro")).isEqualTo(0777);
            assertThat(mode("virtqemud-admin-sock")).isEqualTo(0700);
            assertThat(socket("libvirt-sock")).doesNotExist();
            assertThat(root.resolve("run/virtqemud.pid")).exists();
        }
    }

    @Test
    void aDaemonOfOneDriverLoadsNoOther() {
        var all = List.<StateDriver>of(driver, new FakeStateDriver(new FakeDriver("qemu")));

        assertThat(StateDrivers.ofDaemon(DaemonName.VIRTQEMUD, all)).containsExactly(all.getLast());
        assertThat(StateDrivers.ofDaemon(DaemonName.LIBVIRTD, all)).isEqualTo(all);
        assertThatThrownBy(() -> StateDrivers.ofDaemon(DaemonName.VIRTNETWORKD, all))
                .isInstanceOf(StartupException.class)
                .hasMessageEndingWith("there is no driver for 'network' yet");
    }

    @Test
    void endingRightAfterTheStartIsNoTrouble() throws IOException {
        var file = root.resolve("log");
        var log = Log.instance();
        log.setOutputs("3:file:" + file);
        try {
            for (int i = 0; i < 20; i++) {
                start("", OWNER).close();
            }
        } finally {
            log.setOutputs("4:stderr");
        }

        assertThat(file).isEmptyFile();
    }

    private int mode(String socket) throws IOException {
        return (Integer) Files.getAttribute(socket(socket), "unix:mode") & 0777;
    }

    @Test
    void theConfigurationSaysWhereTheSocketsAreAndWhoMayOpenThem() throws IOException {
        Files.createDirectory(root.resolve("s"));
        start(
                "unix_sock_dir = \"%s\"\nunix_sock_rw_perms = \"0660\""
                        .formatted(root.resolve("s")),
                OWNER);

        var path = root.resolve("s/libvirt-sock");
        assertThat((Integer) Files.getAttribute(path, "unix:mode") & 0777).isEqualTo(0660);
    }

    @Test
    void takesOverWhatADeadDaemonLeft() throws IOException {
        Files.createDirectories(root.resolve("run/libvirt"));
        Files.createFile(socket("libvirt-sock"));
        Files.writeString(root.resolve("run/libvirtd.pid"), "1");

        start("", OWNER);

        try (var client = connect("libvirt-sock")) {
            open(client);
        }
    }

    @Test
    void aDriverThatCannotStartStopsTheDaemon() {
        driver.broken = true;

        assertThatThrownBy(() -> start("", OWNER))
                .isInstanceOf(StartupException.class)
                .hasMessage(
                        "Driver state initialization failed: fake: internal error: no such"
                                + " hardware");
        assertThat(socket("libvirt-sock")).doesNotExist();
        assertThat(root.resolve("run/libvirtd.pid")).doesNotExist();
    }

    @Test
    void answersCallsOfTheRemoteProgram() throws IOException {
        start("", OWNER);

        try (var client = connect("libvirt-sock")) {
            open(client);
            assertThat(new ConnectCallsClient(client).connectGetType().type()).isEqualTo("FAKE");
            var found =
                    new DomainCallsClient(client).domainLookupByName(new DomainLookupByName("web"));
            assertThat(found.domain().id()).isEqualTo(7);
        }
    }

    private static void open(RpcClient client) {
        new ConnectCallsClient(client)
                .connectOpen(new ConnectCalls.ConnectOpen(Optional.of("fake:///"), 0));
    }

    @Test
    void errorsTravelWithAllTheirParts() throws IOException {
        start("", OWNER);

        try (var client = connect("libvirt-sock")) {
            open(client);
            var thrown =
                    catchThrowableOfType(
                            RpcException.class,
                            () ->
                                    new DomainCallsClient(client)
                                            .domainLookupByName(new DomainLookupByName("x")));
            var error = thrown.error();
            assertThat(error.code()).isEqualTo(42);
            assertThat(error.message()).isEqualTo("Domain not found: no domain 'x'");
            assertThat(error.str1()).isEqualTo("Domain not found: %s");
            assertThat(error.str2()).isEqualTo("no domain 'x'");
            assertThat(error.int1()).isEqualTo(-1);
        }
    }

    @Test
    void knowsTheProgramsOfApplicationsOnly() throws IOException {
        start("", OWNER);

        try (var client = connect("libvirt-sock")) {
            assertThatThrownBy(() -> callNothing(client, Program.QEMU.number()))
                    .hasMessage("Unable to decode message payload");
            assertThatThrownBy(() -> callNothing(client, Program.ADMIN.number()))
                    .hasMessage(
                            "Cannot find program %d version 1".formatted(Program.ADMIN.number()));
        }
    }

    private static void callNothing(RpcClient client, int program) {
        client.call(program, 1, 1, EmptyCodec.INSTANCE, Empty.INSTANCE, EmptyCodec.INSTANCE);
    }

    @Test
    void sendsEvents() throws IOException, InterruptedException {
        start("", OWNER);
        var arrived = new CountDownLatch(1);

        try (var client = connect("libvirt-sock")) {
            client.onEvent(
                    Program.REMOTE.number(),
                    1,
                    (procedure, payload) -> {
                        if (procedure == 107) {
                            arrived.countDown();
                        }
                    });
            client.readInBackground();
            open(client);
            new DomainEventCallsClient(client).connectDomainEventRegister();
            hypervisor.start();

            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whoLeavesClosesWhatItOpened() throws IOException, InterruptedException {
        var running = start("", OWNER);
        try (var client = connect("libvirt-sock")) {
            open(client);
            assertThat(hypervisor.openSessions).isEqualTo(1);
        }

        running.close();
        daemon = null;

        assertThat(hypervisor.openSessions).isZero();
    }

    @Test
    void endsWhenItIsToldTo() throws InterruptedException {
        var running = start("", OWNER);

        running.reload();
        running.stop();
        running.serve();

        assertThat(driver.calls).containsExactly("start", "reload");
    }

    @Test
    void endsAfterTheTimeoutUnlessADriverIsBusy() throws InterruptedException {
        driver.busy = true;
        var running = start("", OWNER, "-t1");
        var waiting = Thread.ofVirtual().start(() -> serve(running));

        assertThat(waiting.join(Duration.ofMillis(2500))).isFalse();
        driver.busy = false;
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }

    private static void serve(Daemon daemon) {
        try {
            daemon.serve();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void onlyTheOwnerAdministers() throws IOException {
        start("", OWNER + 1);

        try (var client = connect("libvirt-admin-sock")) {
            assertThatThrownBy(() -> new AdminCallsClient(client).connectOpen(new ConnectOpen(0)))
                    .isInstanceOf(RpcException.class);
        }
    }

    @Test
    void administratorsSeeServersAndClients() throws IOException {
        start("", OWNER);

        try (var application = connect("libvirt-sock");
                var client = connect("libvirt-admin-sock")) {
            open(application);
            var admin = new AdminCallsClient(client);
            admin.connectOpen(new ConnectOpen(0));

            assertThat(admin.connectListServers(new ConnectListServers(1, 0)).servers())
                    .containsExactly(MAIN, new AdminServer("admin"));
            var clients = admin.serverListClients(new ServerListClients(MAIN, 1, 0));
            assertThat(clients.ret()).isEqualTo(1);
            var info = admin.clientGetInfo(new ClientGetInfo(clients.clients().getFirst(), 0));
            assertThat(info.params())
                    .contains(
                            new TypedParameter("readonly", new TypedValue.OfBoolean(0)),
                            new TypedParameter("unix_user_id", new TypedValue.OfInt(OWNER)));
            admin.clientClose(new ClientClose(clients.clients().getFirst(), 0));
            assertThatThrownBy(() -> new ConnectCallsClient(application).connectGetType())
                    .isInstanceOf(RpcException.class);
            assertThat(admin.connectGetLibVersion().libVer()).isEqualTo(9_000_000);
        }
    }

    @Test
    void administratorsChangeLimits() throws IOException {
        start("", OWNER);

        try (var client = connect("libvirt-admin-sock")) {
            var admin = new AdminCallsClient(client);
            admin.serverSetClientLimits(
                    new ServerSetClientLimits(MAIN, List.of(number("nclients_max", 50)), 0));

            assertThat(admin.serverGetClientLimits(new ServerGetClientLimits(MAIN, 0)).params())
                    .contains(number("nclients_max", 50), number("nclients_unauth_max", 20));
            assertThatThrownBy(() -> setLimit(admin, number("nclients_max", 10)))
                    .hasMessageContaining("must not be less than");
            assertThatThrownBy(() -> setLimit(admin, number("bogus", 10)))
                    .hasMessage("argument unsupported: parameter 'bogus' not supported");
            assertThatThrownBy(
                            () ->
                                    setLimit(
                                            admin,
                                            new TypedParameter(
                                                    "nclients_max", new TypedValue.OfInt(1))))
                    .hasMessage(
                            "invalid argument: invalid type 'int' for parameter 'nclients_max',"
                                    + " expected 'uint'");
        }
    }

    private static TypedParameter number(String name, int value) {
        return new TypedParameter(name, new TypedValue.OfUnsignedInt(value));
    }

    private static void setLimit(AdminCallsClient admin, TypedParameter parameter) {
        admin.serverSetClientLimits(new ServerSetClientLimits(MAIN, List.of(parameter), 0));
    }

    @Test
    void administratorsAreToldWhatIsWrong() throws IOException {
        start("", OWNER);

        try (var client = connect("libvirt-admin-sock")) {
            var admin = new AdminCallsClient(client);
            assertThatThrownBy(() -> admin.connectOpen(new ConnectOpen(1)))
                    .hasMessage(
                            "invalid argument: unsupported flags (0x1) in function"
                                    + " adminDispatchConnectOpen");
            assertThatThrownBy(() -> admin.connectLookupServer(new ConnectLookupServer("bogus", 0)))
                    .hasMessage("Server not found: No server named 'bogus'");
            assertThatThrownBy(
                            () ->
                                    admin.serverSetThreadpoolParameters(
                                            new ServerSetThreadpoolParameters(
                                                    MAIN, List.of(number("minWorkers", 21)), 0)))
                    .hasMessage("invalid argument: minWorkers cannot be larger than maxWorkers");
        }
    }

    @Test
    void administratorsSetTheTimeout() throws IOException, InterruptedException {
        var running = start("", OWNER);
        var waiting = Thread.ofVirtual().start(() -> serve(running));

        try (var client = connect("libvirt-admin-sock")) {
            new AdminCallsClient(client).connectSetDaemonTimeout(new ConnectSetDaemonTimeout(1, 0));
        }

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }
}
