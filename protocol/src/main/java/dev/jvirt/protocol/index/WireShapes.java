package dev.jvirt.protocol.index;

import dev.jvirt.protocol.admin.AdminCallsShapes;
import dev.jvirt.protocol.domain.DomainBlockCallsShapes;
import dev.jvirt.protocol.domain.DomainCheckpointCallsShapes;
import dev.jvirt.protocol.domain.DomainDeviceCallsShapes;
import dev.jvirt.protocol.domain.DomainDeviceEventsShapes;
import dev.jvirt.protocol.domain.DomainGuestCallsShapes;
import dev.jvirt.protocol.domain.DomainGuestEventsShapes;
import dev.jvirt.protocol.domain.DomainSaveCallsShapes;
import dev.jvirt.protocol.domain.DomainSnapshotCallsShapes;
import dev.jvirt.protocol.domain.DomainStatsCallsShapes;
import dev.jvirt.protocol.domain.DomainTuningCallsShapes;
import dev.jvirt.protocol.domain.DomainVcpuCallsShapes;
import dev.jvirt.protocol.domain.MigrationCallsShapes;
import dev.jvirt.protocol.host.HostResourceCallsShapes;
import dev.jvirt.protocol.host.HypervisorCallsShapes;
import dev.jvirt.protocol.host.InterfaceCallsShapes;
import dev.jvirt.protocol.host.NodeDeviceCallsShapes;
import dev.jvirt.protocol.host.NodeDeviceEventsShapes;
import dev.jvirt.protocol.host.NwfilterCallsShapes;
import dev.jvirt.protocol.host.SecretCallsShapes;
import dev.jvirt.protocol.host.SecretEventsShapes;
import dev.jvirt.protocol.lxc.LxcCallsShapes;
import dev.jvirt.protocol.network.NetworkDefinitionCallsShapes;
import dev.jvirt.protocol.network.NetworkEventsShapes;
import dev.jvirt.protocol.network.NetworkPortCallsShapes;
import dev.jvirt.protocol.qemu.QemuCallsShapes;
import dev.jvirt.protocol.qemu.QemuEventCallsShapes;
import dev.jvirt.protocol.qemu.QemuEventsShapes;
import dev.jvirt.protocol.remote.AuthCallsShapes;
import dev.jvirt.protocol.remote.ConnectCallsShapes;
import dev.jvirt.protocol.remote.ConnectEventsShapes;
import dev.jvirt.protocol.remote.DomainCallsShapes;
import dev.jvirt.protocol.remote.DomainEventCallsShapes;
import dev.jvirt.protocol.remote.DomainEventsShapes;
import dev.jvirt.protocol.remote.NetworkCallsShapes;
import dev.jvirt.protocol.remote.NodeCallsShapes;
import dev.jvirt.protocol.remote.ObjectEventCallsShapes;
import dev.jvirt.protocol.shape.MessageShape;
import dev.jvirt.protocol.shape.MessageShape.Kind;
import dev.jvirt.protocol.shape.Shape.Structure;
import dev.jvirt.protocol.storage.StoragePoolCallsShapes;
import dev.jvirt.protocol.storage.StoragePoolEventsShapes;
import dev.jvirt.protocol.storage.StorageVolumeCallsShapes;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.rpc.frame.KeepAlive;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Every message that this library knows.
public final class WireShapes {
    private static final List<IntFunction<@Nullable MessageShape>> REMOTE =
            List.of(
                    DomainBlockCallsShapes::message,
                    DomainCheckpointCallsShapes::message,
                    DomainDeviceCallsShapes::message,
                    DomainDeviceEventsShapes::message,
                    DomainGuestCallsShapes::message,
                    DomainGuestEventsShapes::message,
                    DomainSaveCallsShapes::message,
                    DomainSnapshotCallsShapes::message,
                    DomainStatsCallsShapes::message,
                    DomainTuningCallsShapes::message,
                    DomainVcpuCallsShapes::message,
                    MigrationCallsShapes::message,
                    HostResourceCallsShapes::message,
                    HypervisorCallsShapes::message,
                    InterfaceCallsShapes::message,
                    NodeDeviceCallsShapes::message,
                    NodeDeviceEventsShapes::message,
                    NwfilterCallsShapes::message,
                    SecretCallsShapes::message,
                    SecretEventsShapes::message,
                    NetworkDefinitionCallsShapes::message,
                    NetworkEventsShapes::message,
                    NetworkPortCallsShapes::message,
                    AuthCallsShapes::message,
                    ConnectCallsShapes::message,
                    ConnectEventsShapes::message,
                    DomainCallsShapes::message,
                    DomainEventCallsShapes::message,
                    DomainEventsShapes::message,
                    NetworkCallsShapes::message,
                    NodeCallsShapes::message,
                    ObjectEventCallsShapes::message,
                    StoragePoolCallsShapes::message,
                    StoragePoolEventsShapes::message,
                    StorageVolumeCallsShapes::message);

    private static final List<IntFunction<@Nullable MessageShape>> QEMU =
            List.of(
                    QemuCallsShapes::message,
                    QemuEventCallsShapes::message,
                    QemuEventsShapes::message);

    private static final List<IntFunction<@Nullable MessageShape>> LXC =
            List.of(LxcCallsShapes::message);

    private static final List<IntFunction<@Nullable MessageShape>> ADMIN =
            List.of(AdminCallsShapes::message);

    private static final Map<Long, MessageShape> FOUND = new ConcurrentHashMap<>();

    private WireShapes() {}

    /// The message with that number.
    public static Optional<MessageShape> find(int program, int procedure) {
        long key = (long) program << 32 | (procedure & 0xffff_ffffL);
        MessageShape known = FOUND.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        // Numbers that a peer makes up are not kept.
        Optional<MessageShape> found = search(program, procedure);
        found.ifPresent(shape -> FOUND.put(key, shape));
        return found;
    }

    private static Optional<MessageShape> search(int program, int procedure) {
        return program(program).map(WireShapes::parts).orElse(List.of()).stream()
                .map(part -> part.apply(procedure))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// The program with that number.
    public static Optional<Program> program(int number) {
        for (Program program : Program.values()) {
            if (program.number() == number) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static List<IntFunction<@Nullable MessageShape>> parts(Program program) {
        return switch (program) {
            case REMOTE -> REMOTE;
            case QEMU -> QEMU;
            case LXC -> LXC;
            case ADMIN -> ADMIN;
            case KEEPALIVE -> List.of(WireShapes::keepAlive);
        };
    }

    private static @Nullable MessageShape keepAlive(int number) {
        return switch (number) {
            case KeepAlive.PING -> empty("ping");
            case KeepAlive.PONG -> empty("pong");
            default -> null;
        };
    }

    private static MessageShape empty(String name) {
        return new MessageShape(name, Kind.EVENT, Structure.EMPTY, Structure.EMPTY);
    }
}
