package dev.jvirt.test;

import dev.jvirt.api.Authenticator;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectDriver;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.api.driver.DriverSession;
import dev.jvirt.api.driver.OpenRequest;
import java.util.Optional;
import java.util.Set;

/// Opens hypervisors in memory.
///
/// All connections to `test:///default` that one driver opens share a world, which begins anew when
/// the last of them is closed; every connection to a file has a world of its own.
public final class TestDriver implements ConnectDriver {
    private final SharedWorld shared = new SharedWorld();

    /// The driver, with no connection yet.
    public TestDriver() {}

    @Override
    public String name() {
        return "TEST";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("test");
    }

    @Override
    public Optional<DriverSession> open(OpenRequest request) {
        ConnectUri uri = request.uri().orElseThrow();
        return switch (uri.path()) {
            case "", "/" ->
                    throw new LibvirtException(
                            ErrorDomain.TEST,
                            ErrorCode.INVALID_ARG,
                            "testOpen: supply a path or use test:///default");
            case "/default" ->
                    Optional.of(new TestSession(shared.join(), uri.format(), shared::leave));
            default -> Optional.of(openFile(uri, request.authenticator()));
        };
    }

    private static DriverSession openFile(ConnectUri uri, Authenticator authenticator) {
        TestWorld world = new WorldFile(uri.path()).read(authenticator);
        return new TestSession(world, uri.format(), () -> {});
    }
}
