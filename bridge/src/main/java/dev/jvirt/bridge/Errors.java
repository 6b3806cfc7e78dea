package dev.jvirt.bridge;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.ErrorLevel;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;

/// Errors.
public final class Errors {
    private static final int NWFILTER_CODES = 4;

    private Errors() {}

    /// The error as it travels.
    public static RpcException remote(LibvirtException e) {
        return new RpcException(
                new RpcError(
                        e.code().code(),
                        e.domain().code(),
                        e.getMessage(),
                        e.level().code(),
                        e.str1().orElse(null),
                        e.str2().orElse(null),
                        e.str3().orElse(null),
                        e.int1(),
                        e.int2()),
                e);
    }

    /// The error that came.
    public static LibvirtException local(RpcException e) {
        RpcError error = e.error();
        String message = error.message() == null ? "Unknown error" : error.message();
        return new LibvirtException(
                ErrorDomain.of(error.domain()),
                isUnknownProcedure(error, message)
                        ? ErrorCode.NO_SUPPORT
                        : ErrorCode.of(code(error)),
                ErrorLevel.of(error.level()),
                message,
                error.str1(),
                error.str2(),
                error.str3(),
                error.int1(),
                error.int2(),
                e);
    }

    /// How a daemon says that it is older than the call.
    private static boolean isUnknownProcedure(RpcError error, String message) {
        return error.code() == ErrorCode.RPC.code()
                && (error.domain() == ErrorDomain.RPC.code()
                        || error.domain() == ErrorDomain.REMOTE.code())
                && error.level() == ErrorLevel.ERROR.code()
                && message.startsWith("unknown procedure");
    }

    /// libvirt 0.8.0 put four numbers for network filters before the last ones that older daemons
    /// know: an error that has nothing to do with filters, or a number with a domain that it cannot
    /// come from, is meant by the older count.
    private static int code(RpcError error) {
        boolean older =
                switch (ErrorCode.of(error.code())) {
                    case INVALID_NWFILTER, NO_NWFILTER, BUILD_FIREWALL ->
                            error.domain() != ErrorDomain.NWFILTER.code();
                    case WAR_NO_SECRET -> error.domain() == ErrorDomain.QEMU.code();
                    case INVALID_SECRET -> error.domain() == ErrorDomain.XEN.code();
                    default -> false;
                };
        return older ? error.code() + NWFILTER_CODES : error.code();
    }
}
