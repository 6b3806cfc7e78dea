package dev.jvirt.remote;

import dev.jvirt.api.driver.DomainSaveDriver;

/// Domains in files of the far host.
record RemoteDomainSaveDriver(RemoteCaller caller) implements DomainSaveDriver {}
