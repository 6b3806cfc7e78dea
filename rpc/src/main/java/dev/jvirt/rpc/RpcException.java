package dev.jvirt.rpc;

/// An [RpcError], thrown: by a client whose call was answered with an error or could not be made,
/// and by a server's handler to answer with one.
public final class RpcException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RpcError error;

    public RpcException(RpcError error) {
        super(error.message());
        this.error = error;
    }

    public RpcException(RpcError error, Throwable cause) {
        super(error.message(), cause);
        this.error = error;
    }

    public RpcError error() {
        return error;
    }
}
