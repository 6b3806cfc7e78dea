package dev.jvirt.daemon.remote;

import dev.jvirt.rpc.server.ServerConnection;
import java.util.List;

/// What one client wants to hear of.
///
/// @param client that it is sent to
record ClientEvents(
        ServerConnection client,
        EventRegistrations domains,
        EventRegistrations networks,
        EventRegistrations pools,
        EventRegistrations nodeDevices,
        EventRegistrations secrets,
        EventRegistrations monitors,
        CloseSubscription end) {
    ClientEvents(ServerConnection client) {
        this(
                client,
                new EventRegistrations("domain"),
                new EventRegistrations("network"),
                new EventRegistrations("storage pool"),
                new EventRegistrations("node device"),
                new EventRegistrations("secret"),
                new EventRegistrations("qemu monitor"),
                new CloseSubscription(client));
    }

    /// Ends all registrations.
    ///
    /// @param forGood whether none may follow
    void clear(boolean forGood) {
        for (var sort : List.of(domains, networks, pools, nodeDevices, secrets, monitors)) {
            sort.clear(forGood);
        }
        end.close();
    }
}
