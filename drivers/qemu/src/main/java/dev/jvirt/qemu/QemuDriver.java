package dev.jvirt.qemu;

import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.StateContext;
import dev.jvirt.api.driver.StateDriver;
import java.util.Optional;

/// The QEMU driver of a daemon: what it has once it is started.
final class QemuDriver implements StateDriver {
    private final StateContext context;
    private volatile Optional<QemuSystem> system = Optional.empty();

    QemuDriver(StateContext context) {
        this.context = context;
    }

    @Override
    public String name() {
        return "QEMU";
    }

    @Override
    public ConnectDriver connectDriver() {
        return new QemuConnectDriver(this);
    }

    @Override
    public void start() {
        QemuSystem made = new QemuAssembly(context).system();
        system = Optional.of(made);
        made.start();
    }

    @Override
    public void reload() {
        system.ifPresent(QemuSystem::reload);
    }

    /// The URI of its connections.
    String uri() {
        return context.privileged() ? "qemu:///system" : "qemu:///session";
    }

    /// Whether it serves the whole host, not one user.
    boolean isPrivileged() {
        return context.privileged();
    }

    /// What it works with, once it is started.
    Optional<QemuSystem> system() {
        return system;
    }

    @Override
    public boolean isBusy() {
        return system.map(QemuSystem::isBusy).orElse(false);
    }

    @Override
    public void close() {
        system.ifPresent(QemuSystem::close);
        system = Optional.empty();
    }
}
