package dev.jvirt.rpc.server;

import dev.jvirt.rpc.frame.Frame;
import java.util.List;

/// A message of a client, with the descriptors that came with it.
record Request(Frame frame, List<Integer> descriptors) {

    /// This request with memory of its own.
    Request detached() {
        return new Request(frame.detached(), descriptors);
    }
}
