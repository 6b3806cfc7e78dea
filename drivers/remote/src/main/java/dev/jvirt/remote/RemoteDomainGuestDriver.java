package dev.jvirt.remote;

import dev.jvirt.api.driver.DomainGuestDriver;

/// The insides of guests of the far host.
record RemoteDomainGuestDriver(RemoteCaller caller) implements DomainGuestDriver {}
