package dev.jvirt.remote;

import dev.jvirt.api.driver.LxcSpecificDriver;

/// What only containers can do, on the far host.
record RemoteLxcSpecificDriver(RemoteCaller caller) implements LxcSpecificDriver {}
