package dev.jvirt.remote;

import dev.jvirt.api.driver.MigrationDriver;

/// Domains on their way from or to the far host.
record RemoteMigrationDriver(RemoteCaller caller) implements MigrationDriver {}
