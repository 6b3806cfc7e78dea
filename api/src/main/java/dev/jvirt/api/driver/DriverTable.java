package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/// The driver table: the ways to reach a hypervisor in the order in which they are asked, and the
/// search through them.
///
/// @param drivers those that work in this process first, the remote driver last
/// @param secondaryDrivers asked when the hypervisor's own driver lacks a kind of object
public record DriverTable(List<ConnectDriver> drivers, List<SecondaryDriver> secondaryDrivers) {

    public DriverTable {
        drivers = List.copyOf(drivers);
        secondaryDrivers = List.copyOf(secondaryDrivers);
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

    /// Whether a connection to that URI would be opened without waiting.
    public boolean opensAtOnce(String uri) {
        int end = uri.indexOf(":///");
        if (end < 0) {
            return false;
        }
        String scheme = uri.substring(0, end);
        for (ConnectDriver driver : drivers) {
            if (driver.schemes().contains(scheme)) {
                return driver.opensAtOnce();
            }
        }
        return false;
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

    /// What serves the objects of an open connection: its own driver, or the first secondary driver
    /// that accepts.
    public ObjectDrivers objects(DriverSession session, OpenRequest request) {
        return new ObjectDrivers(
                first(session.networks(), driver -> driver.networks(session, request))
                        .orElseGet(() -> new NetworkDriver() {}),
                first(session.storage(), driver -> driver.storage(session, request))
                        .orElseGet(StorageDriver::none),
                first(session.interfaces(), driver -> driver.interfaces(session, request))
                        .orElseGet(() -> new InterfaceDriver() {}),
                first(session.nodeDevices(), driver -> driver.nodeDevices(session, request))
                        .orElseGet(() -> new NodeDeviceDriver() {}),
                first(session.secrets(), driver -> driver.secrets(session, request))
                        .orElseGet(() -> new SecretDriver() {}),
                first(session.nwfilters(), driver -> driver.nwfilters(session, request))
                        .orElseGet(() -> new NwfilterDriver() {}));
    }

    private <D> Optional<D> first(Optional<D> own, Function<SecondaryDriver, Optional<D>> ask) {
        Optional<D> found = own;
        for (SecondaryDriver driver : secondaryDrivers) {
            if (found.isPresent()) {
                break;
            }
            found = ask.apply(driver);
        }
        return found;
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
            var secondary = new ArrayList<SecondaryDriver>();
            ServiceLoader.load(SecondaryDriver.class).forEach(secondary::add);
            return new DriverTable(ordered, secondary);
        }
    }
}
