package dev.jvirt.remote;

import dev.jvirt.api.driver.SecretDriver;

/// Secrets of the far host.
record RemoteSecretDriver(RemoteCaller caller) implements SecretDriver {}
