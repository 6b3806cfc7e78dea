package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.admin.AdminTransport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The administration of a daemon: what goes to the driver, what comes back, and what a closed
/// connection answers.
class AdminConnectionTest {
    private final FakeAdminDriver driver = new FakeAdminDriver();
    private final List<String> opened = new ArrayList<>();
    private final AdminConnection connection = open();

    /// `virAdmInitialize`, `virAdmConnectOpen`
    private AdminConnection open() {
        return AdminConnection.open(
                uri -> {
                    opened.add(uri);
                    return driver;
                },
                Optional.of("libvirtd:///system"));
    }

    @Test
    void aConnectionLeadsToTheDaemonThatItsUriNames() {
        assertThat(opened).containsExactly("libvirtd:///system");
        assertThat(connection.uri()).isEqualTo("libvirtd:///system");
        assertThat(connection.libraryVersion()).isEqualTo(9_000_000);
        assertThat(connection.isAlive()).isTrue();
        driver.alive = false;
        assertThat(connection.isAlive()).isFalse();
    }

    /// `virAdmConnectRef`
    @Test
    void aConnectionIsSharedByPassingItOn() {
        AdminConnection shared = connection;

        connection.close();

        assertThat(shared.isAlive()).isFalse();
        assertThat(driver.told).containsExactly("close");
        shared.close();
        assertThat(driver.told).hasSize(1);
    }

    @Test
    void theEndOfTheConnectionIsToldUntilNobodyWantsToKnow() {
        var reasons = new ArrayList<CloseReason>();
        var subscription = connection.onClose(reasons::add);

        driver.watchers.getFirst().accept(CloseReason.EOF);
        subscription.close();

        assertThat(reasons).containsExactly(CloseReason.EOF);
        assertThat(driver.watchers).isEmpty();
    }

    @Test
    void whatTheDaemonLogsIsReadAndChanged() {
        assertThat(connection.loggingOutputs()).isEqualTo("2:stderr");
        assertThat(connection.loggingFilters()).isEqualTo("1:qemu");

        connection.setLoggingOutputs("1:file:/log");
        connection.setLoggingFilters("");

        assertThat(driver.told).containsExactly("outputs 1:file:/log", "filters ");
    }

    @Test
    void theDaemonIsToldWhenToEnd() {
        connection.setDaemonTimeout(30);
        connection.shutdownDaemon(1);

        assertThat(driver.told).containsExactly("timeout 30", "shutdown 1");
    }

    @Test
    void serversAreFoundByName() {
        assertThat(connection.servers()).extracting(AdminServer::name).containsExactly("libvirtd");
        assertThat(connection.server("libvirtd").name()).isEqualTo("libvirtd");
        assertThat(refusal(() -> connection.server("nosuch"))).isEqualTo(ErrorCode.NO_SERVER);
    }

    @Test
    void theLimitsOfAServerAreReadAndChanged() {
        AdminServer server = connection.server("libvirtd");
        var workers = TypedParameters.of("maxWorkers", new TypedValue.OfUnsignedInt(30));
        var clients = TypedParameters.of("nclients_max", new TypedValue.OfUnsignedInt(9));

        server.setThreadPool(workers);
        server.setClientLimits(clients);
        server.updateTlsFiles();

        assertThat(server.threadPool().getUnsignedInt("maxWorkers")).hasValue(20);
        assertThat(server.clientLimits().getUnsignedInt("nclients_max")).hasValue(5000);
        assertThat(driver.told)
                .containsExactly(
                        "threadpool of libvirtd: " + workers,
                        "limits of libvirtd: " + clients,
                        "tls of libvirtd");
    }

    @Test
    void aClientTellsWhoItIsAndIsDisconnected() {
        AdminServer server = connection.server("libvirtd");

        AdminClient client = server.client(7);

        assertThat(server.clients()).extracting(AdminClient::id).containsExactly(7L);
        assertThat(client.connectedSince()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
        assertThat(client.transport()).contains(AdminTransport.UNIX);
        assertThat(client.info().getUnsignedInt("unix_user_id")).hasValue(1000);
        client.disconnect();
        assertThat(driver.told).containsExactly("disconnect 7");
        assertThat(refusal(() -> server.client(8))).isEqualTo(ErrorCode.NO_CLIENT);
    }

    @Test
    void aClosedConnectionNamesTheFunctionThatWasCalled() {
        AdminServer server = connection.server("libvirtd");
        AdminClient client = server.client(7);
        var calls = new LinkedHashMap<String, ThrowingCallable>();
        calls.put("virAdmConnectGetLibVersion", connection::libraryVersion);
        calls.put("virAdmConnectListServers", connection::servers);
        calls.put("virAdmConnectLookupServer", () -> connection.server("libvirtd"));
        calls.put("virAdmConnectGetLoggingOutputs", connection::loggingOutputs);
        calls.put("virAdmConnectSetLoggingOutputs", () -> connection.setLoggingOutputs(""));
        calls.put("virAdmConnectGetLoggingFilters", connection::loggingFilters);
        calls.put("virAdmConnectSetLoggingFilters", () -> connection.setLoggingFilters(""));
        calls.put("virAdmConnectSetDaemonTimeout", () -> connection.setDaemonTimeout(1));
        calls.put("virAdmConnectDaemonShutdown", () -> connection.shutdownDaemon(0));
        calls.put("virAdmConnectRegisterCloseCallback", () -> connection.onClose(_ -> {}));
        calls.put("virAdmServerGetThreadPoolParameters", server::threadPool);
        calls.put(
                "virAdmServerSetThreadPoolParameters",
                () -> server.setThreadPool(TypedParameters.none()));
        calls.put("virAdmServerGetClientLimits", server::clientLimits);
        calls.put(
                "virAdmServerSetClientLimits",
                () -> server.setClientLimits(TypedParameters.none()));
        calls.put("virAdmServerUpdateTlsFiles", server::updateTlsFiles);
        calls.put("virAdmServerListClients", server::clients);
        calls.put("virAdmServerLookupClient", () -> server.client(7));
        calls.put("virAdmClientGetInfo", client::info);
        calls.put("virAdmClientClose", client::disconnect);

        connection.close();

        for (Map.Entry<String, ThrowingCallable> call : calls.entrySet()) {
            var error = catchThrowableOfType(LibvirtException.class, call.getValue());
            assertThat(error.code()).as(call.getKey()).isEqualTo(ErrorCode.INVALID_CONN);
            assertThat(error.str2()).contains(call.getKey());
        }
    }

    private static ErrorCode refusal(ThrowingCallable call) {
        return catchThrowableOfType(LibvirtException.class, call).code();
    }
}
