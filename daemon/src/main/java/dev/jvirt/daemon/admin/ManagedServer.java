package dev.jvirt.daemon.admin;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.bridge.Errors;
import dev.jvirt.daemon.config.WorkerConfig;
import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.server.RpcServer;
import dev.jvirt.rpc.tls.TlsGate;
import java.util.Optional;

/// A server and what its administrator may see and set.
public final class ManagedServer {
    private final RpcServer server;
    private volatile WorkerConfig workers;
    private volatile Optional<TlsGate> tls = Optional.empty();

    public ManagedServer(RpcServer server, WorkerConfig workers) {
        this.server = server;
        this.workers = workers;
    }

    /// The name that administrators know it by.
    public String name() {
        return server.name();
    }

    /// The server itself.
    public RpcServer server() {
        return server;
    }

    /// Says how clients come in that encrypt.
    public void tls(TlsGate gate) {
        tls = Optional.of(gate);
    }

    /// Has certificates and keys read anew; if they cannot be used the old ones stay.
    void updateTls() {
        TlsGate gate =
                tls.orElseThrow(
                        () ->
                                new LibvirtException(
                                        ErrorDomain.RPC,
                                        ErrorCode.INTERNAL_ERROR,
                                        "no tls service found, unable to update tls files"));
        try {
            gate.reload();
        } catch (RpcException e) {
            throw Errors.local(e);
        }
    }

    WorkerConfig workers() {
        return workers;
    }

    /// Takes new sizes of the pool of workers that libvirt would have.
    void setWorkers(WorkerConfig replacement) {
        if (replacement.min() > replacement.max()) {
            throw invalid("minWorkers cannot be larger than maxWorkers");
        }
        if (replacement.max() == 0) {
            throw invalid("maxWorkers must not be switched from zero to non-zero and vice versa");
        }
        workers = replacement;
    }

    /// Sets how many clients may be connected.
    void setClients(int max, int maxUnauthenticated) {
        if (max < maxUnauthenticated) {
            throw invalid(
                    "The overall maximum number of clients waiting for authentication must not be"
                            + " less than the overall maximum number of clients");
        }
        server.limits(server.limits().withClients(max, maxUnauthenticated));
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorCode.INVALID_ARG, detail);
    }
}
