package dev.jvirt.daemon;

import dev.jvirt.daemon.access.AccessPolicy;
import dev.jvirt.daemon.access.AllPolicies;
import dev.jvirt.daemon.access.polkit.PolkitLogin;
import dev.jvirt.daemon.access.polkit.PolkitPolicy;
import dev.jvirt.daemon.access.polkit.SystemPolkit;
import dev.jvirt.daemon.access.rules.RulePolicy;
import dev.jvirt.daemon.config.AuthScheme;
import dev.jvirt.daemon.config.DaemonConfig;
import dev.jvirt.daemon.config.SocketConfig;
import dev.jvirt.daemon.remote.Logins;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who may come in and do what, as the configuration says.
///
/// @param policy what clients may do
/// @param logins how they come in
/// @param polkit the authority that either of them asks, if one does
record AccessControl(AccessPolicy policy, Logins logins, Optional<SystemPolkit> polkit)
        implements AutoCloseable {

    /// @throws StartupException for a driver that is not known
    /// @throws dev.jvirt.api.LibvirtException for a broken file of rules
    static AccessControl of(DaemonSetup setup, Map<String, String> environment) {
        DaemonConfig config = setup.config();
        List<String> drivers = config.access().drivers();
        boolean login = isPolkit(config.sockets());
        Optional<SystemPolkit> polkit =
                login || drivers.contains("polkit")
                        ? Optional.of(new SystemPolkit(environment, setup.user()))
                        : Optional.empty();
        var logins =
                new Logins(
                        login ? polkit.map(PolkitLogin::new) : Optional.empty(),
                        SaslSetup.of(setup, environment));
        return new AccessControl(policy(setup, drivers, polkit), logins, polkit);
    }

    private static boolean isPolkit(SocketConfig sockets) {
        return sockets.readWriteAuth() == AuthScheme.POLKIT
                || sockets.readOnlyAuth() == AuthScheme.POLKIT;
    }

    private static AccessPolicy policy(
            DaemonSetup setup, List<String> drivers, Optional<SystemPolkit> polkit) {
        var policies = new ArrayList<AccessPolicy>();
        for (String driver : drivers) {
            switch (driver) {
                case "none" -> {}
                case "polkit" -> policies.add(new PolkitPolicy(polkit.orElseThrow()));
                case "rules" -> policies.add(RulePolicy.load(setup.paths().rules()));
                default ->
                        throw new StartupException(
                                ExitCode.FAILURE,
                                "access_drivers: there is no access driver '%s', only none, polkit"
                                                .formatted(driver)
                                        + " and rules");
            }
        }
        return switch (policies.size()) {
            case 0 -> AccessPolicy.ALLOW_ALL;
            case 1 -> policies.getFirst();
            default -> new AllPolicies(policies);
        };
    }

    @Override
    public void close() {
        polkit.ifPresent(SystemPolkit::close);
    }
}
