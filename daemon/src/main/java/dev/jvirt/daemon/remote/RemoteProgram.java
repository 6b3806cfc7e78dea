package dev.jvirt.daemon.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.bridge.Errors;
import dev.jvirt.daemon.log.ErrorLog;
import dev.jvirt.protocol.domain.DomainBlockCallsDispatch;
import dev.jvirt.protocol.domain.DomainCheckpointCallsDispatch;
import dev.jvirt.protocol.domain.DomainDeviceCallsDispatch;
import dev.jvirt.protocol.domain.DomainGuestCallsDispatch;
import dev.jvirt.protocol.domain.DomainSaveCallsDispatch;
import dev.jvirt.protocol.domain.DomainSnapshotCallsDispatch;
import dev.jvirt.protocol.domain.DomainStatsCallsDispatch;
import dev.jvirt.protocol.domain.DomainTuningCallsDispatch;
import dev.jvirt.protocol.domain.DomainVcpuCallsDispatch;
import dev.jvirt.protocol.domain.MigrationCallsDispatch;
import dev.jvirt.protocol.host.HostResourceCallsDispatch;
import dev.jvirt.protocol.host.HypervisorCallsDispatch;
import dev.jvirt.protocol.host.InterfaceCallsDispatch;
import dev.jvirt.protocol.host.NodeDeviceCallsDispatch;
import dev.jvirt.protocol.host.NwfilterCallsDispatch;
import dev.jvirt.protocol.host.SecretCallsDispatch;
import dev.jvirt.protocol.network.NetworkDefinitionCallsDispatch;
import dev.jvirt.protocol.network.NetworkPortCallsDispatch;
import dev.jvirt.protocol.remote.AuthCallsDispatch;
import dev.jvirt.protocol.remote.ConnectCallsDispatch;
import dev.jvirt.protocol.remote.ConnectOpenCodec;
import dev.jvirt.protocol.remote.DomainCallsDispatch;
import dev.jvirt.protocol.remote.DomainEventCallsDispatch;
import dev.jvirt.protocol.remote.NetworkCallsDispatch;
import dev.jvirt.protocol.remote.NodeCallsDispatch;
import dev.jvirt.protocol.remote.ObjectEventCallsDispatch;
import dev.jvirt.protocol.storage.StoragePoolCallsDispatch;
import dev.jvirt.protocol.storage.StorageVolumeCallsDispatch;
import dev.jvirt.rpc.server.IncomingCall;
import dev.jvirt.rpc.server.Procedure;
import dev.jvirt.rpc.server.ProgramHandler;
import dev.jvirt.rpc.xdr.XdrException;
import dev.jvirt.rpc.xdr.XdrReader;
import dev.jvirt.rpc.xdr.XdrWriter;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// The remote program for one client: leads each call to its family.
final class RemoteProgram implements ProgramHandler {
    private static final int HIGHEST = 512;
    private static final int OPEN = 1;
    private static final AtomicReferenceArray<Route> ROUTES = new AtomicReferenceArray<>(HIGHEST);
    private static final ErrorLog ERRORS = new ErrorLog("dev.jvirt.daemon.remote");

    private final RemoteSession session;

    /// Where a number leads; found once for the process.
    private record Route(Family family, Procedure procedure) {}

    RemoteProgram(RemoteSession session) {
        this.session = session;
    }

    @Override
    public @Nullable Procedure procedure(int number) {
        Route route = route(number);
        if (route == null || session.access().isUnlimited()) {
            return route == null ? null : route.procedure();
        }
        return SessionAccess.onThread(route.procedure());
    }

    private static @Nullable Route route(int number) {
        if (number < 0 || number >= HIGHEST) {
            return null;
        }
        Route known = ROUTES.get(number);
        if (known != null) {
            return known;
        }
        for (Family family : Family.values()) {
            Procedure procedure = family.procedure(number);
            if (procedure != null) {
                var route = new Route(family, procedure);
                ROUTES.set(number, route);
                return route;
            }
        }
        return null;
    }

    @Override
    public boolean answersAtOnce(Procedure procedure, XdrReader args) {
        if (procedure.number() != OPEN) {
            return false;
        }
        try {
            return ConnectOpenCodec.INSTANCE
                    .read(args)
                    .name()
                    .filter(session::opensAtOnce)
                    .isPresent();
        } catch (XdrException e) {
            return true; // the answer is an error
        }
    }

    @Override
    public void dispatch(Procedure procedure, IncomingCall call, XdrReader args, XdrWriter reply) {
        Route route = route(procedure.number());
        if (route == null) {
            throw new IllegalArgumentException(procedure.name());
        }
        try {
            if (session.access().isUnlimited()) {
                dispatch(route.family(), procedure.number(), call, args, reply);
            } else {
                dispatchAllowed(route, call, args, reply);
            }
        } catch (LibvirtException e) {
            ERRORS.log(e);
            throw Errors.remote(e);
        }
    }

    private void dispatchAllowed(Route route, IncomingCall call, XdrReader args, XdrWriter reply) {
        Procedure procedure = route.procedure();
        session.access()
                .run(
                        procedure,
                        AccessTables.of(route.family()),
                        args,
                        () -> dispatch(route.family(), procedure.number(), call, args, reply));
    }

    private void dispatch(
            Family family, int number, IncomingCall call, XdrReader args, XdrWriter reply) {
        if (family.isOfDomains()) {
            dispatchDomains(family, number, call, args, reply);
        } else {
            dispatchOthers(family, number, call, args, reply);
        }
    }

    private void dispatchDomains(
            Family family, int number, IncomingCall call, XdrReader args, XdrWriter reply) {
        switch (family) {
            case DOMAIN ->
                    DomainCallsDispatch.dispatch(
                            new DomainProgram(session, call), number, args, reply);
            case DOMAIN_EVENT ->
                    DomainEventCallsDispatch.dispatch(
                            new DomainEventProgram(session), number, args, reply);
            case DOMAIN_GUEST ->
                    DomainGuestCallsDispatch.dispatch(
                            new DomainGuestProgram(session), number, args, reply);
            case DOMAIN_SNAPSHOT ->
                    DomainSnapshotCallsDispatch.dispatch(
                            new DomainSnapshotProgram(session), number, args, reply);
            case DOMAIN_CHECKPOINT ->
                    DomainCheckpointCallsDispatch.dispatch(
                            new DomainCheckpointProgram(session), number, args, reply);
            case MIGRATION ->
                    MigrationCallsDispatch.dispatch(
                            new MigrationProgram(session, call), number, args, reply);
            case DOMAIN_BLOCK ->
                    DomainBlockCallsDispatch.dispatch(
                            new DomainBlockProgram(session), number, args, reply);
            case DOMAIN_DEVICE ->
                    DomainDeviceCallsDispatch.dispatch(
                            new DomainDeviceProgram(session, call), number, args, reply);
            case DOMAIN_SAVE ->
                    DomainSaveCallsDispatch.dispatch(
                            new DomainSaveProgram(session), number, args, reply);
            case DOMAIN_TUNING ->
                    DomainTuningCallsDispatch.dispatch(
                            new DomainTuningProgram(session), number, args, reply);
            case DOMAIN_VCPU ->
                    DomainVcpuCallsDispatch.dispatch(
                            new DomainVcpuProgram(session), number, args, reply);
            case DOMAIN_STATS ->
                    DomainStatsCallsDispatch.dispatch(
                            new DomainStatsProgram(session), number, args, reply);
            default -> throw new IllegalArgumentException(family.name());
        }
    }

    private void dispatchOthers(
            Family family, int number, IncomingCall call, XdrReader args, XdrWriter reply) {
        switch (family) {
            case CONNECT ->
                    ConnectCallsDispatch.dispatch(
                            new ConnectProgram(session, call), number, args, reply);
            case AUTH ->
                    AuthCallsDispatch.dispatch(new AuthProgram(session, call), number, args, reply);
            case NODE -> NodeCallsDispatch.dispatch(new NodeProgram(session), number, args, reply);
            case NETWORK ->
                    NetworkCallsDispatch.dispatch(new NetworkProgram(session), number, args, reply);
            case STORAGE_POOL ->
                    StoragePoolCallsDispatch.dispatch(
                            new StoragePoolProgram(session), number, args, reply);
            case STORAGE_VOLUME ->
                    StorageVolumeCallsDispatch.dispatch(
                            new StorageVolumeProgram(session, call), number, args, reply);
            case SECRET ->
                    SecretCallsDispatch.dispatch(new SecretProgram(session), number, args, reply);
            case HOST_RESOURCE ->
                    HostResourceCallsDispatch.dispatch(
                            new HostResourceProgram(session), number, args, reply);
            case HYPERVISOR ->
                    HypervisorCallsDispatch.dispatch(
                            new HypervisorProgram(session), number, args, reply);
            case NETWORK_DEFINITION ->
                    NetworkDefinitionCallsDispatch.dispatch(
                            new NetworkDefinitionProgram(session), number, args, reply);
            case NETWORK_PORT ->
                    NetworkPortCallsDispatch.dispatch(
                            new NetworkPortProgram(session), number, args, reply);
            case INTERFACE ->
                    InterfaceCallsDispatch.dispatch(
                            new InterfaceProgram(session), number, args, reply);
            case NODE_DEVICE ->
                    NodeDeviceCallsDispatch.dispatch(
                            new NodeDeviceProgram(session), number, args, reply);
            case NWFILTER ->
                    NwfilterCallsDispatch.dispatch(
                            new NwfilterProgram(session), number, args, reply);
            case OBJECT_EVENT ->
                    ObjectEventCallsDispatch.dispatch(
                            new ObjectEventProgram(session), number, args, reply);
            default -> throw new IllegalArgumentException(family.name());
        }
    }
}
