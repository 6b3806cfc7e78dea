package dev.jvirt.remote;

import dev.jvirt.api.driver.QemuSpecificDriver;

/// What only QEMU can do, on the far host.
record RemoteQemuSpecificDriver(RemoteCaller caller) implements QemuSpecificDriver {}
