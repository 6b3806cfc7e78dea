package dev.jvirt.daemon;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.StateDriver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A driver with state that notes what it is asked to do.
final class FakeStateDriver implements StateDriver {
    final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean busy;
    volatile boolean broken;
    private final ConnectDriver connect;

    FakeStateDriver(ConnectDriver connect) {
        this.connect = connect;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public ConnectDriver connectDriver() {
        return connect;
    }

    @Override
    public void start() {
        calls.add("start");
        if (broken) {
            throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "no such hardware");
        }
    }

    @Override
    public void reload() {
        calls.add("reload");
    }

    @Override
    public boolean isBusy() {
        return busy;
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
