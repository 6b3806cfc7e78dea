package dev.jvirt.remote;

import dev.jvirt.api.driver.NwfilterDriver;

/// Network filters of the far host, and their bindings.
record RemoteNwfilterDriver(RemoteCaller caller) implements NwfilterDriver {}
