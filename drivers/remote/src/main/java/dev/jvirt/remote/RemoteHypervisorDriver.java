package dev.jvirt.remote;

import dev.jvirt.api.driver.HypervisorDriver;

/// What the far hypervisor can run.
record RemoteHypervisorDriver(RemoteCaller caller) implements HypervisorDriver {}
