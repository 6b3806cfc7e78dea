package dev.jvirt.daemon;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.SecondaryDriver;
import dev.jvirt.api.driver.StateContext;
import dev.jvirt.api.driver.StateDriver;
import dev.jvirt.api.driver.StateDriverProvider;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/// The drivers that keep state in this daemon, and the driver table that its clients see.
final class StateDrivers implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.daemon.drivers");

    private final List<StateDriver> drivers;
    private final DriverTable table;
    private final List<StateDriver> started = new ArrayList<>();

    private StateDrivers(List<StateDriver> drivers, DriverTable table) {
        this.drivers = drivers;
        this.table = table;
    }

    /// Makes every driver that the daemon of that name has, without starting any.
    ///
    /// @throws StartupException if the only one that it should have is not there
    static StateDrivers load(StateContext context, DaemonName name) {
        var stateful = new ArrayList<StateDriver>();
        for (StateDriverProvider provider : ServiceLoader.load(StateDriverProvider.class)) {
            stateful.add(provider.create(context));
        }
        var stateless = new ArrayList<ConnectDriver>();
        ServiceLoader.load(ConnectDriver.class).forEach(stateless::add);
        var secondary = new ArrayList<SecondaryDriver>();
        ServiceLoader.load(SecondaryDriver.class).forEach(secondary::add);
        return of(ofDaemon(name, stateful), stateless, secondary);
    }

    /// Those of `all` that belong into the daemon of that name.
    static List<StateDriver> ofDaemon(DaemonName name, List<StateDriver> all) {
        if (name.hasAllDrivers()) {
            return all;
        }
        var own = new ArrayList<StateDriver>();
        for (StateDriver driver : all) {
            if (driver.connectDriver().schemes().contains(name.scheme())) {
                own.add(driver);
            }
        }
        if (own.isEmpty()) {
            throw new StartupException(
                    ExitCode.DRIVER,
                    "Driver state initialization failed: there is no driver for '%s' yet"
                            .formatted(name.scheme()));
        }
        return own;
    }

    /// Puts a driver table together: first the drivers with state; those without work here as in
    /// any client, except for the one that leads to a daemon, which would lead back to this one.
    static StateDrivers of(
            List<StateDriver> stateful,
            List<ConnectDriver> stateless,
            List<SecondaryDriver> secondary) {
        var rows = new ArrayList<ConnectDriver>();
        var taken = new HashSet<String>();
        for (StateDriver driver : stateful) {
            rows.add(driver.connectDriver());
            taken.addAll(driver.connectDriver().schemes());
        }
        for (ConnectDriver driver : stateless) {
            if (isLocal(driver, taken)) {
                rows.add(driver);
            }
        }
        return new StateDrivers(List.copyOf(stateful), new DriverTable(rows, secondary));
    }

    private static boolean isLocal(ConnectDriver driver, Set<String> taken) {
        if (driver.schemes().isEmpty()) {
            return false;
        }
        for (String scheme : driver.schemes()) {
            if (taken.contains(scheme)) {
                return false;
            }
        }
        return true;
    }

    /// What clients may open.
    DriverTable table() {
        return table;
    }

    /// Starts one driver after the other.
    ///
    /// @throws StartupException naming the driver that failed
    void start() {
        for (StateDriver driver : drivers) {
            LOG.log(Level.DEBUG, "starting driver {0}", driver.name());
            try {
                driver.start();
                started.add(driver);
            } catch (LibvirtException e) {
                throw new StartupException(
                        ExitCode.DRIVER,
                        "Driver state initialization failed: %s: %s"
                                .formatted(driver.name(), e.getMessage()),
                        e);
            }
        }
    }

    /// Has every driver read its configuration again.
    void reload() {
        for (StateDriver driver : started) {
            try {
                driver.reload();
            } catch (LibvirtException e) {
                LOG.log(Level.WARNING, "Error while reloading driver {0}: {1}", driver.name(), e);
            }
        }
    }

    /// Whether something runs that must keep the daemon from ending.
    boolean isBusy() {
        for (StateDriver driver : started) {
            if (driver.isBusy()) {
                return true;
            }
        }
        return false;
    }

    /// Lets go of everything, the last driver first; domains go on running.
    @Override
    public void close() {
        for (StateDriver driver : started.reversed()) {
            try {
                driver.close();
            } catch (LibvirtException e) {
                LOG.log(Level.WARNING, "Error while stopping driver {0}: {1}", driver.name(), e);
            }
        }
        started.clear();
    }
}
