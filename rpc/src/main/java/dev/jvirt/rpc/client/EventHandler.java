package dev.jvirt.rpc.client;

import dev.jvirt.rpc.xdr.XdrReader;

/// Takes the events of one program, in the order in which they arrive and on a thread of its own:
/// it may call back and may take its time.
public interface EventHandler {
    /// @param procedure the event's number, which may be unknown
    /// @param payload its structure
    void handle(int procedure, XdrReader payload);
}
