package dev.jvirt.rpc.tls;

import dev.jvirt.rpc.RpcError;
import dev.jvirt.rpc.RpcException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// The errors of TLS, with libvirt's codes.
final class TlsErrors {
    private static final int NONE = -1;
    private static final int ENOENT = 2;
    private static final int EIO = 5;
    private static final int EACCES = 13;

    private TlsErrors() {}

    /// VIR_ERR_SYSTEM_ERROR, which libvirt takes for all that is wrong with certificates.
    static RpcException certificate(String text) {
        return new RpcException(RpcError.system(NONE, text));
    }

    static RpcException certificate(String text, Throwable cause) {
        return new RpcException(RpcError.system(NONE, text), cause);
    }

    /// VIR_ERR_AUTH_FAILED.
    static RpcException refused(String detail, Throwable cause) {
        return new RpcException(RpcError.authenticationFailed(detail), cause);
    }

    /// A file that is not there or must not be read.
    static RpcException unreadable(String what, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new RpcException(
                    RpcError.system(ENOENT, what + ": No such file or directory"), cause);
        }
        if (cause instanceof AccessDeniedException) {
            return new RpcException(RpcError.system(EACCES, what + ": Permission denied"), cause);
        }
        return new RpcException(RpcError.system(EIO, what + ": " + cause.getMessage()), cause);
    }
}
