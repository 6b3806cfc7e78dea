package dev.jvirt.rpc;

import org.jspecify.annotations.Nullable;

/// An error as it travels: the payload of an ERROR reply (`virNetMessageError`).
///
/// The daemon never fills the domain and network members of the wire form, so they are read,
/// skipped and not kept.
///
/// @param code libvirt's error number (`virErrorNumber`)
/// @param domain which part of libvirt it came from (`virErrorDomain`)
/// @param message the complete text
/// @param level 1 a warning, 2 an error
/// @param str1 usually the template of the text
/// @param str2 usually the detail that filled the template
/// @param str3 more about it
/// @param int1 for a system error the errno, else mostly -1
/// @param int2 more about it
public record RpcError(
        int code,
        int domain,
        @Nullable String message,
        int level,
        @Nullable String str1,
        @Nullable String str2,
        @Nullable String str3,
        int int1,
        int int2) {

    private static final int INTERNAL_ERROR = 1;
    private static final int OPERATION_FAILED = 9;
    private static final int SYSTEM_ERROR = 38;
    private static final int RPC = 39;
    private static final int AUTH_FAILED = 45;
    private static final int OPERATION_INVALID = 55;
    private static final int OPERATION_TIMEOUT = 68;
    private static final int OPERATION_ABORTED = 78;
    private static final int FROM_RPC = 7;
    private static final int ERROR = 2;

    /// A breach of the protocol: VIR_ERR_RPC.
    public static RpcError protocol(String detail) {
        return new RpcError(RPC, FROM_RPC, detail, ERROR, "%s", detail, null, -1, -1);
    }

    /// VIR_ERR_INTERNAL_ERROR of the RPC layer.
    public static RpcError internal(String detail) {
        return templated(INTERNAL_ERROR, "internal error: ", detail);
    }

    /// VIR_ERR_SYSTEM_ERROR with its errno and the complete text.
    public static RpcError system(int errno, String text) {
        return new RpcError(SYSTEM_ERROR, FROM_RPC, text, ERROR, "%s", text, null, errno, -1);
    }

    /// VIR_ERR_AUTH_FAILED.
    public static RpcError authenticationFailed(String detail) {
        return templated(AUTH_FAILED, "authentication failed: ", detail);
    }

    /// VIR_ERR_OPERATION_TIMEOUT: a deadline has passed.
    public static RpcError timeout(String detail) {
        return templated(OPERATION_TIMEOUT, "Timed out during operation: ", detail);
    }

    /// VIR_ERR_OPERATION_ABORTED: the caller gave up.
    public static RpcError aborted(String detail) {
        return templated(OPERATION_ABORTED, "operation aborted: ", detail);
    }

    /// VIR_ERR_OPERATION_FAILED.
    public static RpcError failed(String detail) {
        return templated(OPERATION_FAILED, "operation failed: ", detail);
    }

    /// VIR_ERR_OPERATION_INVALID.
    public static RpcError invalid(String detail) {
        return templated(OPERATION_INVALID, "Requested operation is not valid: ", detail);
    }

    /// What a call gets that failed without telling why.
    public static RpcError unexplained() {
        String text = "Library function returned error but did not set virError";
        return new RpcError(INTERNAL_ERROR, FROM_RPC, text, ERROR, null, null, null, 0, 0);
    }

    private static RpcError templated(int code, String prefix, String detail) {
        return new RpcError(
                code, FROM_RPC, prefix + detail, ERROR, prefix + "%s", detail, null, -1, -1);
    }
}
