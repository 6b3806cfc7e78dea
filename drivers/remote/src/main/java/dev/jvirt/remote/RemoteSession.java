package dev.jvirt.remote;

import dev.jvirt.api.CloseReason;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.DomainBlockDriver;
import dev.jvirt.api.driver.DomainCheckpointDriver;
import dev.jvirt.api.driver.DomainDeviceDriver;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.DomainGuestDriver;
import dev.jvirt.api.driver.DomainSaveDriver;
import dev.jvirt.api.driver.DomainSnapshotDriver;
import dev.jvirt.api.driver.DomainStatsDriver;
import dev.jvirt.api.driver.DomainTuningDriver;
import dev.jvirt.api.driver.DomainVcpuDriver;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.api.driver.HostResourceDriver;
import dev.jvirt.api.driver.HypervisorDriver;
import dev.jvirt.api.driver.InterfaceDriver;
import dev.jvirt.api.driver.LxcSpecificDriver;
import dev.jvirt.api.driver.MigrationDriver;
import dev.jvirt.api.driver.NetworkDriver;
import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.driver.NwfilterDriver;
import dev.jvirt.api.driver.QemuSpecificDriver;
import dev.jvirt.api.driver.SecretDriver;
import dev.jvirt.api.driver.StorageDriver;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.Feature;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.remote.event.CloseEvents;
import dev.jvirt.remote.event.RemoteEvents;
import dev.jvirt.rpc.client.EventHandler;
import dev.jvirt.rpc.client.RpcClient;
import dev.jvirt.rpc.xdr.XdrReader;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One open connection to a daemon.
///
/// As long as nobody wants events, pings or the news of its end, no thread but the callers' own
/// works for it. The first who does makes it listen, and from then on the daemon may ping it too.
/// [#lock] guards what is made at first use.
final class RemoteSession implements DriverSession, EventHandler {
    private final RpcClient client;
    private final RemoteCaller caller;
    private final ConnectCallsClient connect;
    private final Handshake handshake;
    private final String uri;
    private final RemoteHostDriver host;
    private final RemoteDomainDriver domains;
    private final RemoteNetworkDriver networks;
    private final CloseEvents closeEvents;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable RemoteEvents events;
    private boolean listening;
    private boolean answersPings;

    RemoteSession(RpcClient client, RemoteCaller caller, Handshake handshake, String uri) {
        this.client = client;
        this.caller = caller;
        this.connect = new ConnectCallsClient(caller);
        this.handshake = handshake;
        this.uri = uri;
        this.host = new RemoteHostDriver(this, caller);
        this.domains = new RemoteDomainDriver(this, caller);
        this.networks = new RemoteNetworkDriver(this, caller);
        this.closeEvents = new CloseEvents(client, connect, handshake.closeCallbacks());
    }

    @Override
    public HostDriver host() {
        return host;
    }

    @Override
    public DomainDriver domains() {
        return domains;
    }

    @Override
    public Optional<NetworkDriver> networks() {
        return Optional.of(networks);
    }

    @Override
    public HostResourceDriver hostResources() {
        return new RemoteHostResourceDriver(caller);
    }

    @Override
    public HypervisorDriver hypervisor() {
        return new RemoteHypervisorDriver(caller);
    }

    @Override
    public DomainTuningDriver domainTuning() {
        return new RemoteDomainTuningDriver(caller);
    }

    @Override
    public DomainVcpuDriver domainVcpus() {
        return new RemoteDomainVcpuDriver(caller);
    }

    @Override
    public DomainStatsDriver domainStats() {
        return new RemoteDomainStatsDriver(caller);
    }

    @Override
    public DomainBlockDriver domainBlocks() {
        return new RemoteDomainBlockDriver(caller);
    }

    @Override
    public DomainDeviceDriver domainDevices() {
        return new RemoteDomainDeviceDriver(caller);
    }

    @Override
    public DomainGuestDriver domainGuests() {
        return new RemoteDomainGuestDriver(caller);
    }

    @Override
    public DomainSaveDriver domainSaves() {
        return new RemoteDomainSaveDriver(caller);
    }

    @Override
    public DomainSnapshotDriver domainSnapshots() {
        return new RemoteDomainSnapshotDriver(caller);
    }

    @Override
    public DomainCheckpointDriver domainCheckpoints() {
        return new RemoteDomainCheckpointDriver(caller);
    }

    @Override
    public MigrationDriver migration() {
        return new RemoteMigrationDriver(caller);
    }

    @Override
    public QemuSpecificDriver qemu() {
        return new RemoteQemuSpecificDriver(this, caller);
    }

    @Override
    public LxcSpecificDriver lxc() {
        return new RemoteLxcSpecificDriver(caller);
    }

    @Override
    public Optional<StorageDriver> storage() {
        return Optional.of(new RemoteStorageDriver(this, caller));
    }

    @Override
    public Optional<InterfaceDriver> interfaces() {
        return Optional.of(new RemoteInterfaceDriver(caller));
    }

    @Override
    public Optional<NodeDeviceDriver> nodeDevices() {
        return Optional.of(new RemoteNodeDeviceDriver(this, caller));
    }

    @Override
    public Optional<SecretDriver> secrets() {
        return Optional.of(new RemoteSecretDriver(this, caller));
    }

    @Override
    public Optional<NwfilterDriver> nwfilters() {
        return Optional.of(new RemoteNwfilterDriver(caller));
    }

    String uri() {
        return uri;
    }

    boolean isAlive() {
        return client.isOpen();
    }

    boolean isSecure() {
        return client.transport().isSecure();
    }

    boolean isEncrypted() {
        return client.transport().isEncrypted();
    }

    /// @return whether the daemon answers pings
    boolean setKeepAlive(int intervalSeconds, int count) {
        lock.lock();
        try {
            listen();
            if (answersPings) {
                client.startKeepalive(Math.max(intervalSeconds, 0), count);
            }
            return answersPings;
        } finally {
            lock.unlock();
        }
    }

    /// What is subscribed to. Who asks wants to subscribe.
    RemoteEvents events() {
        lock.lock();
        try {
            RemoteEvents current = events;
            if (current == null) {
                current = new RemoteEvents(caller, handshake.eventCallbacks(), client::isOpen);
                client.onEvent(Program.QEMU.number(), Program.QEMU.version(), current::readQemu);
                events = current;
            }
            listen();
            return current;
        } finally {
            lock.unlock();
        }
    }

    private void listen() {
        if (!listening) {
            client.onEvent(Program.REMOTE.number(), Program.REMOTE.version(), this);
            // Asking makes the daemon ping us: only now is somebody there to answer at any time.
            answersPings = Handshake.supports(connect, Feature.PROGRAM_KEEPALIVE);
            listening = true;
        }
    }

    @Override
    public Subscription onClose(Consumer<CloseReason> handler) {
        lock.lock();
        try {
            listen();
        } finally {
            lock.unlock();
        }
        return closeEvents.subscribe(handler);
    }

    @Override
    public void handle(int procedure, XdrReader payload) {
        RemoteEvents current = events;
        if (current == null || !current.read(procedure, payload)) {
            closeEvents.read(procedure, payload);
        }
    }

    @Override
    public void close() {
        closeEvents.end();
        try {
            if (client.isOpen()) {
                connect.connectClose();
            }
        } catch (LibvirtException e) {
            // It ends either way; a farewell that cannot be said is no error.
            return;
        } finally {
            client.close();
            RemoteEvents current = events;
            if (current != null) {
                current.end();
            }
        }
    }
}
