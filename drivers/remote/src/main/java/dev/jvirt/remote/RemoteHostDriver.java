package dev.jvirt.remote;

import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.SecurityModel;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetMaxVcpus;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectGetSysinfo;
import dev.jvirt.protocol.remote.ConnectCalls.ConnectSupportsFeature;
import dev.jvirt.protocol.remote.ConnectCallsClient;
import dev.jvirt.protocol.remote.NodeCallsClient;
import java.util.Optional;

/// The far hypervisor and its host.
final class RemoteHostDriver implements HostDriver {
    private final RemoteSession session;
    private final ConnectCallsClient connect;
    private final NodeCallsClient node;

    RemoteHostDriver(RemoteSession session, RemoteCaller caller) {
        this.session = session;
        this.connect = new ConnectCallsClient(caller);
        this.node = new NodeCallsClient(caller);
    }

    @Override
    public String type() {
        return connect.connectGetType().type();
    }

    @Override
    public long version() {
        return connect.connectGetVersion().hvVer();
    }

    @Override
    public long libraryVersion() {
        return connect.connectGetLibVersion().libVer();
    }

    @Override
    public String hostname() {
        return connect.connectGetHostname().hostname();
    }

    /// What the application opened: the daemon knows only its own part of it.
    @Override
    public String uri() {
        return session.uri();
    }

    @Override
    public String capabilities() {
        return connect.connectGetCapabilities().capabilities();
    }

    @Override
    public int maxVcpus(Optional<String> type) {
        return connect.connectGetMaxVcpus(new ConnectGetMaxVcpus(type)).maxVcpus();
    }

    @Override
    public NodeInfo nodeInfo() {
        var info = node.nodeGetInfo();
        return new NodeInfo(
                info.model().text(),
                info.memory(),
                info.cpus(),
                info.mhz(),
                info.nodes(),
                info.sockets(),
                info.cores(),
                info.threads());
    }

    @Override
    public long freeMemory() {
        return node.nodeGetFreeMemory().freeMem();
    }

    @Override
    public String sysinfo(int flags) {
        return connect.connectGetSysinfo(new ConnectGetSysinfo(flags)).sysinfo();
    }

    @Override
    public SecurityModel securityModel() {
        var model = node.nodeGetSecurityModel();
        return new SecurityModel(model.model().text(), model.doi().text());
    }

    /// Only if the way there is encrypted and what lies behind the daemon is secure.
    @Override
    public boolean isEncrypted() {
        return connect.connectIsSecure().secure() != 0 && session.isEncrypted();
    }

    /// Only if both the way there and what lies behind the daemon are.
    @Override
    public boolean isSecure() {
        return connect.connectIsSecure().secure() != 0 && session.isSecure();
    }

    @Override
    public boolean isAlive() {
        return session.isAlive();
    }

    @Override
    public boolean supportsFeature(int feature) {
        return connect.connectSupportsFeature(new ConnectSupportsFeature(feature)).supported() != 0;
    }

    @Override
    public boolean setKeepAlive(int intervalSeconds, int count) {
        return session.setKeepAlive(intervalSeconds, count);
    }
}
