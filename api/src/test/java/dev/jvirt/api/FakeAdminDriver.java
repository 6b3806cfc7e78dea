package dev.jvirt.api;

import dev.jvirt.api.admin.AdminClientId;
import dev.jvirt.api.admin.AdminTransport;
import dev.jvirt.api.driver.AdminDriver;
import dev.jvirt.api.event.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The administration of a daemon with one server, `libvirtd`, that has one client. It notes what
/// it is told.
final class FakeAdminDriver implements AdminDriver {
    static final AdminClientId CLIENT =
            new AdminClientId("libvirtd", 7, 1_700_000_000, Optional.of(AdminTransport.UNIX));

    final List<String> told = new ArrayList<>();
    final List<Consumer<CloseReason>> watchers = new ArrayList<>();
    boolean alive = true;

    private static TypedParameters number(String name, int value) {
        return TypedParameters.of(name, new TypedValue.OfUnsignedInt(value));
    }

    @Override
    public String uri() {
        return "libvirtd:///system";
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public Subscription onClose(Consumer<CloseReason> handler) {
        watchers.add(handler);
        return () -> watchers.remove(handler);
    }

    @Override
    public long libraryVersion() {
        return 9_000_000;
    }

    @Override
    public String loggingOutputs() {
        return "2:stderr";
    }

    @Override
    public void setLoggingOutputs(String outputs) {
        told.add("outputs " + outputs);
    }

    @Override
    public String loggingFilters() {
        return "1:qemu";
    }

    @Override
    public void setLoggingFilters(String filters) {
        told.add("filters " + filters);
    }

    @Override
    public void setDaemonTimeout(int seconds) {
        told.add("timeout " + seconds);
    }

    @Override
    public void shutdownDaemon(int flags) {
        told.add("shutdown " + flags);
    }

    @Override
    public List<String> servers() {
        return List.of("libvirtd");
    }

    @Override
    public String server(String name) {
        if (name.equals("libvirtd")) {
            return name;
        }
        throw new LibvirtException(ErrorDomain.ADMIN, ErrorCode.NO_SERVER, name);
    }

    @Override
    public TypedParameters threadPool(String server) {
        return number("maxWorkers", 20);
    }

    @Override
    public void setThreadPool(String server, TypedParameters changes) {
        told.add("threadpool of %s: %s".formatted(server, changes));
    }

    @Override
    public TypedParameters clientLimits(String server) {
        return number("nclients_max", 5000);
    }

    @Override
    public void setClientLimits(String server, TypedParameters changes) {
        told.add("limits of %s: %s".formatted(server, changes));
    }

    @Override
    public void updateTlsFiles(String server) {
        told.add("tls of " + server);
    }

    @Override
    public List<AdminClientId> clients(String server) {
        return List.of(CLIENT);
    }

    @Override
    public AdminClientId client(String server, long id) {
        if (id == CLIENT.id()) {
            return CLIENT;
        }
        throw new LibvirtException(ErrorDomain.ADMIN, ErrorCode.NO_CLIENT, Long.toString(id));
    }

    @Override
    public TypedParameters clientInfo(AdminClientId client) {
        return number("unix_user_id", 1000);
    }

    @Override
    public void disconnect(AdminClientId client) {
        told.add("disconnect " + client.id());
    }

    @Override
    public void close() {
        told.add("close");
    }
}
