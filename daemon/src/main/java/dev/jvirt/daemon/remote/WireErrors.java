package dev.jvirt.daemon.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;

/// Errors as they travel, and those that the daemon itself finds.
public final class WireErrors {
    private static final int INTERNAL_ERROR = 1;
    private static final int FROM_RPC = 7;
    private static final int ERROR = 2;

    private WireErrors() {}

    /// The answer to a call that fails for no reason that anybody gives.
    static RpcException unexplained() {
        return new RpcException(
                new RpcError(
                        INTERNAL_ERROR,
                        FROM_RPC,
                        "Library function returned error but did not set virError",
                        ERROR,
                        null,
                        null,
                        null,
                        0,
                        0));
    }

    static LibvirtException internal(String detail) {
        return new LibvirtException(ErrorDomain.RPC, ErrorCode.INTERNAL_ERROR, detail);
    }

    static LibvirtException protocol(String detail) {
        return new LibvirtException(ErrorDomain.RPC, ErrorCode.RPC, detail);
    }

    /// A call that must not be made on a read-only connection.
    ///
    /// @param function the C function of the public API
    static LibvirtException readOnly(ErrorDomain domain, String function) {
        return new LibvirtException(
                domain, ErrorCode.OPERATION_DENIED, "read only access prevents " + function);
    }
}
