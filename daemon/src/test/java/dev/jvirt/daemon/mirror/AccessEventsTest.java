package dev.jvirt.daemon.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.Connection;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.NetworkEvent;
import dev.jvirt.api.event.NetworkLifecycleType;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.SecretEvent;
import dev.jvirt.api.event.StoragePoolEvent;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.SecretId;
import dev.jvirt.api.network.NetworkId;
import dev.jvirt.api.storage.StoragePoolId;
import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.daemon.access.ConnectPermission;
import dev.jvirt.daemon.access.Permission;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Events reach only those clients that may know of the object; and who a client says that it is
/// decides what it may do from then on.
@Timeout(60)
class AccessEventsTest {
    private static final UUID SHOWN = new UUID(1, 1);
    private static final UUID HIDDEN = new UUID(2, 2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private volatile Optional<String> onlyUser = Optional.empty();

    private boolean allows(ClientIdentity client, AccessObject object, Permission permission) {
        Map<String, String> attributes = object.attributes();
        boolean known = onlyUser.isEmpty() || onlyUser.equals(client.userName());
        return !attributes.containsValue("hidden")
                && !attributes.containsValue(HIDDEN.toString())
                && (known || permission == ConnectPermission.WRITE);
    }

    /// Events of one kind about one object.
    ///
    /// @param subscribe to them
    /// @param event makes one about the object with a name and a UUID
    record Kind(
            BiFunction<Connection, Consumer<Object>, Subscription> subscribe,
            BiFunction<String, UUID, Object> event) {}

    static Stream<Named<Kind>> kinds() {
        return Stream.of(
                kind(
                        "domain",
                        (c, h) ->
                                c.events().onDomain(DomainEvent.Reboot.class, Optional.empty(), h),
                        (name, uuid) -> new DomainEvent.Reboot(new DomainId(name, uuid, 1))),
                kind(
                        "network",
                        (c, h) ->
                                c.events()
                                        .onNetwork(
                                                NetworkEvent.Lifecycle.class, Optional.empty(), h),
                        (name, uuid) ->
                                new NetworkEvent.Lifecycle(
                                        new NetworkId(name, uuid),
                                        NetworkLifecycleType.STARTED,
                                        0)),
                kind(
                        "pool",
                        (c, h) ->
                                c.events()
                                        .onStoragePool(
                                                StoragePoolEvent.Refresh.class,
                                                Optional.empty(),
                                                h),
                        (name, uuid) ->
                                new StoragePoolEvent.Refresh(new StoragePoolId(name, uuid))),
                kind(
                        "device",
                        (c, h) ->
                                c.events()
                                        .onNodeDevice(
                                                NodeDeviceEvent.Update.class, Optional.empty(), h),
                        (name, _) -> new NodeDeviceEvent.Update(new NodeDeviceId(name))),
                kind(
                        "secret",
                        (c, h) ->
                                c.events()
                                        .onSecret(
                                                SecretEvent.ValueChanged.class,
                                                Optional.empty(),
                                                h),
                        (name, uuid) -> new SecretEvent.ValueChanged(new SecretId(uuid, 1, name))),
                kind(
                        "monitor",
                        (c, h) ->
                                c.events()
                                        .onQemuMonitor(
                                                new QemuMonitorFilter(
                                                        Optional.empty(), Flags.none()),
                                                Optional.empty(),
                                                h::accept),
                        (name, uuid) ->
                                new QemuMonitorEvent(
                                        new DomainId(name, uuid, 1),
                                        "STOP",
                                        1,
                                        1,
                                        Optional.empty())));
    }

    private static Named<Kind> kind(
            String name,
            BiFunction<Connection, Consumer<Object>, Subscription> subscribe,
            BiFunction<String, UUID, Object> event) {
        return Named.of(name, new Kind(subscribe, event));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eventsAboutHiddenObjectsAreNotSent(Kind kind) throws IOException, InterruptedException {
        try (var halves = EventHalves.start(folder, this::allows);
                var connection = halves.connect()) {
            Subscription subscription = kind.subscribe().apply(connection, heard::add);

            halves.far().emit(kind.event().apply("hidden", HIDDEN));
            halves.far().emit(kind.event().apply("shown", SHOWN));

            assertThat(heard.poll(20, TimeUnit.SECONDS))
                    .isEqualTo(kind.event().apply("shown", SHOWN));
            assertThat(heard).isEmpty();
            subscription.close();
        }
    }

    @Test
    void aClientMayDoWhatTheUserMayForWhomItWorks() throws IOException {
        try (var halves = EventHalves.start(folder, this::allows);
                var connection = halves.connect()) {
            onlyUser = Optional.of("joe");
            var before = catchThrowableOfType(LibvirtException.class, connection::type);
            connection.hypervisor().setIdentity(user("joe"), 0);

            assertThat(connection.type()).isEqualTo("MIRROR");
            assertThat(before.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
            connection.hypervisor().setIdentity(user("jane"), 0);
            assertThat(catchThrowableOfType(LibvirtException.class, connection::type).code())
                    .isEqualTo(ErrorCode.ACCESS_DENIED);
        }
    }

    private static TypedParameters user(String name) {
        return TypedParameters.of("user-name", new TypedValue.OfString(name));
    }
}
