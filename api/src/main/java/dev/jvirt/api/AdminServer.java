package dev.jvirt.api;

import java.util.List;

/// A server of a daemon: a handle that names it, and need not be given back (`virAdmServerPtr`,
/// `virAdmServerFree`).
public final class AdminServer {
    private final AdminConnection connection;
    private final String name;

    AdminServer(AdminConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /// Its name, for example `libvirtd` (`virAdmServerGetName`).
    ///
    /// @since 2.0.0
    public String name() {
        return name;
    }

    /// How many workers it has and may have: `minWorkers`, `maxWorkers`, `nWorkers`, `freeWorkers`,
    /// `prioWorkers`, `jobQueueDepth` (`virAdmServerGetThreadPoolParameters`).
    ///
    /// @since 2.0.0
    public TypedParameters threadPool() {
        return connection.driver("virAdmServerGetThreadPoolParameters").threadPool(name);
    }

    /// Changes how many workers it may have: any of `minWorkers`, `maxWorkers`, `prioWorkers`
    /// (`virAdmServerSetThreadPoolParameters`).
    ///
    /// @throws LibvirtException INVALID_ARG if the numbers contradict each other
    /// @since 2.0.0
    public void setThreadPool(TypedParameters changes) {
        connection.driver("virAdmServerSetThreadPoolParameters").setThreadPool(name, changes);
    }

    /// How many clients it has and may have: `nclients_max`, `nclients`, `nclients_unauth_max`,
    /// `nclients_unauth` (`virAdmServerGetClientLimits`).
    ///
    /// @since 2.0.0
    public TypedParameters clientLimits() {
        return connection.driver("virAdmServerGetClientLimits").clientLimits(name);
    }

    /// Changes how many clients it may have: any of `nclients_max`, `nclients_unauth_max`
    /// (`virAdmServerSetClientLimits`).
    ///
    /// @throws LibvirtException INVALID_ARG if the numbers contradict each other
    /// @since 2.0.0
    public void setClientLimits(TypedParameters changes) {
        connection.driver("virAdmServerSetClientLimits").setClientLimits(name, changes);
    }

    /// Lets it read its certificates and keys anew (`virAdmServerUpdateTlsFiles`).
    ///
    /// @since 6.2.0
    public void updateTlsFiles() {
        connection.driver("virAdmServerUpdateTlsFiles").updateTlsFiles(name);
    }

    /// Its clients (`virAdmServerListClients`).
    ///
    /// @since 2.0.0
    public List<AdminClient> clients() {
        return connection.driver("virAdmServerListClients").clients(name).stream()
                .map(client -> new AdminClient(connection, client))
                .toList();
    }

    /// The client with that number (`virAdmServerLookupClient`).
    ///
    /// @param id read without sign
    /// @throws LibvirtException NO_CLIENT if there is none
    /// @since 2.0.0
    public AdminClient client(long id) {
        return new AdminClient(
                connection, connection.driver("virAdmServerLookupClient").client(name, id));
    }
}
