package dev.jvirt.daemon;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.api.driver.NetworkConnectDriver;
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

    /// Makes every driver there is, without starting any.
    static StateDrivers load(StateContext context) {
        var drivers = new ArrayList<StateDriver>();
        var rows = new ArrayList<ConnectDriver>();
        var taken = new HashSet<String>();
        for (StateDriverProvider provider : ServiceLoader.load(StateDriverProvider.class)) {
            StateDriver driver = provider.create(context);
            drivers.add(driver);
            rows.add(driver.connectDriver());
            taken.addAll(driver.connectDriver().schemes());
        }
        // Those that need no state work here as in any client; the one that leads to a daemon,
        // which looks at every URI, would lead back to this one.
        for (ConnectDriver driver : ServiceLoader.load(ConnectDriver.class)) {
            if (isLocal(driver, taken)) {
                rows.add(driver);
            }
        }
        var networks = new ArrayList<NetworkConnectDriver>();
        ServiceLoader.load(NetworkConnectDriver.class).forEach(networks::add);
        return new StateDrivers(drivers, new DriverTable(rows, networks));
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
