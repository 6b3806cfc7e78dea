package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// The driver table: the ways to reach a hypervisor in the order in which they are asked, and the
/// search through them.
///
/// @param drivers those that work in this process first, the remote driver last
/// @param networkDrivers asked when the hypervisor's own driver has no networks
public record DriverTable(List<ConnectDriver> drivers, List<NetworkConnectDriver> networkDrivers) {

    public DriverTable {
        drivers = List.copyOf(drivers);
        networkDrivers = List.copyOf(networkDrivers);
    }

    /// A table without secondary drivers.
    public DriverTable(List<ConnectDriver> drivers) {
        this(drivers, List.of());
    }

    /// The table of this process: every [ConnectDriver] service there is, looked up once; the
    /// drivers that look at every URI come last.
    public static DriverTable standard() {
        return Standard.TABLE;
    }

    /// The URI to use when nobody named one: of the first driver that has one to offer.
    public Optional<String> probe() {
        for (ConnectDriver driver : drivers) {
            Optional<String> uri = driver.probe();
            if (uri.isPresent()) {
                return uri;
            }
        }
        return Optional.empty();
    }

    /// Asks one driver after the other for a connection. The first that accepts is taken, an error
    /// ends the search.
    ///
    /// @throws LibvirtException NO_CONNECT if all decline
    public DriverSession open(OpenRequest request) {
        for (ConnectDriver driver : drivers) {
            if (!concerns(driver, request)) {
                continue;
            }
            Optional<DriverSession> session = driver.open(request);
            if (session.isPresent()) {
                return session.get();
            }
        }
        throw new LibvirtException(
                ErrorDomain.NONE,
                ErrorCode.NO_CONNECT,
                request.uri().map(ConnectUri::format).orElse("(null)"));
    }

    /// The networks for an open connection: its own driver's, or those of the first network driver
    /// that accepts.
    public NetworkDriver networks(DriverSession session, OpenRequest request) {
        Optional<NetworkDriver> own = session.networks();
        if (own.isPresent()) {
            return own.get();
        }
        for (NetworkConnectDriver driver : networkDrivers) {
            Optional<NetworkDriver> networks = driver.open(session, request);
            if (networks.isPresent()) {
                return networks.get();
            }
        }
        return new NetworkDriver() {};
    }

    private static boolean concerns(ConnectDriver driver, OpenRequest request) {
        if (request.uri().isEmpty()) {
            return driver.schemes().isEmpty();
        }
        ConnectUri uri = request.uri().get();
        if (driver.localOnly() && uri.host().isPresent()) {
            return false;
        }
        return driver.schemes().isEmpty() || driver.schemes().contains(uri.scheme());
    }

    /// Holds the table of the process, so that it is made at its first use and only once.
    private static final class Standard {
        private static final DriverTable TABLE = load();

        private static DriverTable load() {
            var ordered = new ArrayList<ConnectDriver>();
            int specific = 0;
            for (ConnectDriver driver : ServiceLoader.load(ConnectDriver.class)) {
                if (driver.schemes().isEmpty()) {
                    ordered.add(driver);
                } else {
                    ordered.add(specific++, driver);
                }
            }
            var networks = new ArrayList<NetworkConnectDriver>();
            ServiceLoader.load(NetworkConnectDriver.class).forEach(networks::add);
            return new DriverTable(ordered, networks);
        }
    }
}
