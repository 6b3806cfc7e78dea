package dev.jvirt.rpc.client;

import java.io.IOException;

/// The server has closed the connection.
final class EndOfStream extends IOException {
    private static final long serialVersionUID = 1L;

    /// As C clients say it.
    static final String TEXT = "End of file while reading data: Input/output error";

    EndOfStream() {
        super(TEXT);
    }
}
