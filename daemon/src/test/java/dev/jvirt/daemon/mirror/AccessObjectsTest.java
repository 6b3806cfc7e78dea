package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainStats;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DomainSaveDriver;
import dev.jvirt.api.driver.DomainStatsDriver;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.InterfaceDriver;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.driver.NwfilterDriver;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.driver.StoragePoolDriver;
import dev.jvirt.api.driver.StorageVolumeDriver;
import dev.jvirt.api.host.InterfaceId;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NwfilterBindingId;
import dev.jvirt.api.host.NwfilterId;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.network.NetworkPortId;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.AccessPolicy;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.daemon.access.ObjectType;
import dev.jvirt.daemon.access.Permission;
import dev.jvirt.daemon.remote.RemoteService;
import dev.jvirt.host.UnixSockets;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectOpen;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.wire.Empty;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.client.UnixTransport;
import dev.jvirt.rpc.server.AuthType;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.server.ServerLimits;
import dev.jvirt.rpc.server.UnixSocket;
import dev.jvirt.rpc.xdr.XdrCodec;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a policy learns of the object of each call is what the object is, not what the client says
/// that it is; and lists show only what the policy lets the client know of.
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessObjectsTest {
    private static final UUID REAL = new UUID(1, 1);
    private static final UUID HIDDEN = new UUID(2, 2);
    private static final String DESCRIBED =
            """
            <any name='described'><name>described</name><uuid>%s</uuid><key>described</key>
            <mac address='described'/><portdev name='described'/></any>
            """
                    .formatted(REAL);

    /// Calls that tell nothing of the domain that they are about to make.
    private static final Set<String> UNNAMED = Set.of("DomainAttach", "DomainMigratePrepare");

    private final RecordingDriver driver = new RecordingDriver();
    private final Map<Permission, Map<String, String>> asked = new ConcurrentHashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private RpcServer server;

    @BeforeAll
    void start() throws IOException {
        answerLookups();
        answerLists();
        AccessPolicy policy = this::allows;
        server =
                new RpcServer(
                        "objects",
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

    private boolean allows(ClientIdentity client, AccessObject object, Permission permission) {
        Map<String, String> attributes = object.attributes();
        asked.put(permission, attributes);
        return !attributes.containsValue("hidden") && !attributes.containsValue(HIDDEN.toString());
    }

    private void answerLookups() {
        var pool = new StoragePoolId("real", REAL);
        driver.always(HostDriver.class, "type", "MIRROR")
                .always(DomainDriver.class, "lookupById", domain("real"))
                .always(DomainDriver.class, "lookupByUuid", domain("real"))
                .always(DomainDriver.class, "lookupByName", domain("real"))
                .always(DomainSaveDriver.class, "imageXml", DESCRIBED)
                .always(NetworkDriver.class, "lookupByUuid", new NetworkId("real", REAL))
                .always(NetworkDriver.class, "lookupByName", new NetworkId("real", REAL))
                .always(NetworkDriver.class, "lookupPortByUuid", port("real"))
                .always(StoragePoolDriver.class, "lookupByName", pool)
                .always(StoragePoolDriver.class, "lookupByUuid", pool)
                .always(StoragePoolDriver.class, "lookupByVolume", pool)
                .always(StoragePoolDriver.class, "lookupByTargetPath", pool)
                .always(StorageVolumeDriver.class, "lookupByName", volume("real"))
                .always(StorageVolumeDriver.class, "lookupByKey", volume("real"))
                .always(StorageVolumeDriver.class, "lookupByPath", volume("real"))
                .always(InterfaceDriver.class, "lookupByName", new InterfaceId("real", "real"))
                .always(InterfaceDriver.class, "lookupByMac", new InterfaceId("real", "real"))
                .always(NodeDeviceDriver.class, "lookupByName", new NodeDeviceId("real"))
                .always(NodeDeviceDriver.class, "lookupScsiHostByWwn", new NodeDeviceId("real"))
                .always(SecretDriver.class, "lookupByUuid", new SecretId(REAL, 2, "real"))
                .always(SecretDriver.class, "lookupByUsage", new SecretId(REAL, 2, "real"))
                .always(NwfilterDriver.class, "lookupByName", new NwfilterId("real", REAL))
                .always(NwfilterDriver.class, "lookupByUuid", new NwfilterId("real", REAL))
                .always(
                        NwfilterDriver.class,
                        "lookupBindingByPortDevice",
                        new NwfilterBindingId("real", "real"));
    }

    private void answerLists() {
        driver.always(DomainDriver.class, "list", List.of(domain("shown"), domain("hidden")))
                .always(
                        DomainStatsDriver.class,
                        "stats",
                        List.of(statistics("shown"), statistics("hidden")))
                .always(
                        NetworkDriver.class,
                        "list",
                        List.of(
                                new NetworkId("shown", new UUID(3, 3)),
                                new NetworkId("hidden", HIDDEN)))
                .always(NetworkDriver.class, "ports", List.of(port("shown"), port("hidden")))
                .always(
                        StoragePoolDriver.class,
                        "list",
                        List.of(
                                new StoragePoolId("shown", new UUID(3, 3)),
                                new StoragePoolId("hidden", HIDDEN)))
                .always(
                        StoragePoolDriver.class,
                        "volumes",
                        List.of(volume("shown"), volume("hidden")))
                .always(
                        InterfaceDriver.class,
                        "list",
                        List.of(new InterfaceId("shown", ""), new InterfaceId("hidden", "")))
                .always(
                        NodeDeviceDriver.class,
                        "list",
                        List.of(new NodeDeviceId("shown"), new NodeDeviceId("hidden")))
                .always(NodeDeviceDriver.class, "names", List.of("shown", "hidden"))
                .always(
                        SecretDriver.class,
                        "list",
                        List.of(
                                new SecretId(new UUID(3, 3), 1, "shown"),
                                new SecretId(HIDDEN, 1, "hidden")))
                .always(
                        NwfilterDriver.class,
                        "list",
                        List.of(
                                new NwfilterId("shown", new UUID(3, 3)),
                                new NwfilterId("hidden", HIDDEN)))
                .always(
                        NwfilterDriver.class,
                        "bindings",
                        List.of(
                                new NwfilterBindingId("shown", "f"),
                                new NwfilterBindingId("hidden", "f")));
    }

    private static DomainId domain(String name) {
        return new DomainId(
                name, name.equals("hidden") ? HIDDEN : REAL, name.equals("hidden") ? 666 : 3);
    }

    private static DomainStats statistics(String name) {
        return new DomainStats(domain(name), TypedParameters.none());
    }

    private static NetworkPortId port(String name) {
        return new NetworkPortId(
                new NetworkId("shown", REAL), name.equals("hidden") ? HIDDEN : REAL);
    }

    private static StorageVolumeId volume(String name) {
        return new StorageVolumeId("shown", name, name);
    }

    static Stream<Named<WireCall>> calls() {
        return WireCall.all().stream()
                .filter(call -> call.procedure().acl().length > 0)
                .filter(call -> call.arguments() != ConnectOpen.class)
                .filter(call -> !UNNAMED.contains(call.arguments().getSimpleName()))
                .map(call -> Named.of(call.toString(), call));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void thePolicyLearnsWhichObjectACallIsAbout(WireCall call) throws IOException {
        send(call, new IgnoredReply());

        ObjectType type = ObjectType.valueOf(rule(call).split(":")[0].toUpperCase(Locale.ROOT));
        for (var question : asked.entrySet()) {
            assertThat(question.getValue()).containsEntry(AccessObject.DRIVER, "MIRROR");
            if (question.getKey().object() == type && type != ObjectType.CONNECT) {
                assertThat(question.getValue().values())
                        .containsAnyOf("real", "described", REAL.toString());
            }
        }
        assertThat(asked).isNotEmpty();
    }

    private static String rule(WireCall call) {
        return call.procedure().acl()[0];
    }

    static Stream<Named<WireCall>> lists() {
        return calls().filter(call -> !call.getPayload().procedure().filter().isEmpty())
                .filter(call -> !call.getName().contains("Register"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lists")
    void listsShowWhatThePolicyAllows(WireCall call) throws IOException {
        String reply = String.valueOf(send(call, replyCodec(call)));

        assertThat(reply).doesNotContain("hidden", HIDDEN.toString(), "666");
        if (reply.contains("num=")) {
            assertThat(reply).contains("num=1]");
        } else {
            assertThat(reply).containsAnyOf("shown", "[3]", new UUID(3, 3).toString());
        }
    }

    @SuppressWarnings("unchecked") // whatever it is, it is only printed
    private static XdrCodec<Object> replyCodec(WireCall call) {
        try {
            return (XdrCodec<Object>)
                    Class.forName(
                                    call.arguments().getName().replaceAll("\\w*\\$", "")
                                            + "ReplyCodec")
                            .getField("INSTANCE")
                            .get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Object send(WireCall call, XdrCodec<?> reply) throws IOException {
        try (var client = new RpcClient(UnixTransport.connect(folder.resolve("socket")))) {
            new ConnectCallsClient(client)
                    .connectOpen(new ConnectOpen(Optional.of("mirror:///"), 0));
            asked.clear();
            Object arguments = values(call).of(call.arguments());
            return client.call(
                    call.program().number(),
                    call.program().version(),
                    call.procedure().number(),
                    call.codec(),
                    call.arguments().getRecordComponents().length == 0 ? Empty.INSTANCE : arguments,
                    reply);
        } catch (RpcException e) {
            return e;
        }
    }

    private static Values values(WireCall call) {
        return WireSweepTest.values(call)
                .componentRule(String.class, AccessObjectsTest::text)
                .rule(
                        TypedParameter.class,
                        v ->
                                new TypedParameter(
                                        parameter(call), new TypedValue.OfString(DESCRIBED)))
                .componentRule(
                        Optional.class,
                        (component, v) ->
                                component.getName().equals("dxml")
                                        ? Optional.of(DESCRIBED)
                                        : v.of(component.getGenericType()));
    }

    /// The parameter that names the domain.
    private static String parameter(WireCall call) {
        String name = call.arguments().getSimpleName();
        if (name.contains("Finish")) {
            return "destination_name";
        }
        return name.contains("Restore") ? "dxml" : "destination_xml";
    }

    private static Object text(RecordComponent component, Values values) {
        return switch (component.getName()) {
            case "xml", "xmlDesc", "domXml", "dxml" -> DESCRIBED;
            default -> values.of(String.class);
        };
    }
}
