package org.libvirt;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.network.NetworkListFlag;
import java.util.List;
import java.util.UUID;

/// The domains, networks, filters and secrets that a [Connect] finds, makes and lists: a third of
/// its methods.
///
/// What is looked up and is not there is a [LibvirtException] with a code such as
/// VIR_ERR_NO_DOMAIN.
abstract sealed class ConnectObjects extends ConnectHost permits Connect {
    ConnectObjects(Connection connection) {
        super(connection);
    }

    // -- domains --

    /// The domain with that name (`virDomainLookupByName`).
    public Domain domainLookupByName(String name) throws LibvirtException {
        return domain(
                handle().call(
                                "virDomainLookupByName",
                                "name",
                                name,
                                Connection::lookupDomainByName));
    }

    /// The domain with the UUID of these bytes (`virDomainLookupByUUID`).
    public Domain domainLookupByUUID(int[] uuid) throws LibvirtException {
        return domainLookupByUUID(Numbers.uuid(uuid));
    }

    /// The domain with that UUID (`virDomainLookupByUUID`).
    public Domain domainLookupByUUID(UUID uuid) throws LibvirtException {
        return domain(
                handle().call(
                                "virDomainLookupByUUID",
                                "uuid",
                                uuid,
                                Connection::lookupDomainByUuid));
    }

    /// The domain with that UUID (`virDomainLookupByUUIDString`).
    public Domain domainLookupByUUIDString(String uuid) throws LibvirtException {
        return domain(
                handle().call(
                                "virDomainLookupByUUIDString",
                                "uuidstr",
                                uuid,
                                (connection, text) -> {
                                    UUID given = Numbers.uuid("virDomainLookupByUUIDString", text);
                                    return connection.lookupDomainByUuid(given);
                                }));
    }

    /// The running domain with that number (`virDomainLookupByID`).
    public Domain domainLookupByID(int id) throws LibvirtException {
        return domain(
                handle().call(
                                "virDomainLookupByID",
                                connection -> connection.lookupDomainById(id)));
    }

    /// Starts a domain that is gone when it stops (`virDomainCreateLinux`).
    public Domain domainCreateLinux(String xmlDesc, int flags) throws LibvirtException {
        return domainCreateXML(xmlDesc, flags);
    }

    /// Starts a domain that is gone when it stops (`virDomainCreateXML`).
    ///
    /// @param flags of [Domain.CreateFlags]
    public Domain domainCreateXML(String xmlDesc, int flags) throws LibvirtException {
        return domain(
                handle().call(
                                "virDomainCreateXML",
                                "xmlDesc",
                                xmlDesc,
                                (connection, xml) ->
                                        connection.createDomainXml(xml, new Flags<>(flags))));
    }

    /// Defines a domain, or defines it anew (`virDomainDefineXML`).
    public Domain domainDefineXML(String xmlDesc) throws LibvirtException {
        return domain(
                handle().call(
                                "virDomainDefineXML",
                                "xml",
                                xmlDesc,
                                (connection, xml) ->
                                        connection.defineDomainXml(xml, Flags.none())));
    }

    /// The domains that pass the filters (`virConnectListAllDomains`).
    ///
    /// @param flags of [Connect.ConnectListAllDomainsFlags]
    public Domain[] listAllDomains(int flags) throws LibvirtException {
        return handle()
                .call(
                        "virConnectListAllDomains",
                        connection -> connection.domains(new Flags<>(flags)))
                .stream()
                .map(this::domain)
                .toArray(Domain[]::new);
    }

    /// The numbers of the running domains (`virConnectListDomains`).
    public int[] listDomains() throws LibvirtException {
        return domains("virConnectNumOfDomains", DomainListFlag.ACTIVE).stream()
                .flatMap(domain -> domain.id().stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// How many domains run (`virConnectNumOfDomains`).
    public int numOfDomains() throws LibvirtException {
        return domains("virConnectNumOfDomains", DomainListFlag.ACTIVE).size();
    }

    /// The names of the domains that do not run (`virConnectListDefinedDomains`).
    public String[] listDefinedDomains() throws LibvirtException {
        return names(
                domains("virConnectNumOfDefinedDomains", DomainListFlag.INACTIVE),
                dev.jvirt.api.Domain::name);
    }

    /// How many domains do not run (`virConnectNumOfDefinedDomains`).
    public int numOfDefinedDomains() throws LibvirtException {
        return domains("virConnectNumOfDefinedDomains", DomainListFlag.INACTIVE).size();
    }

    private List<dev.jvirt.api.Domain> domains(String function, DomainListFlag which)
            throws LibvirtException {
        return handle().call(function, connection -> connection.domains(Flags.of(which)));
    }

    private Domain domain(dev.jvirt.api.Domain domain) {
        return new Domain(self(), domain);
    }

    // -- networks --

    /// The network with that name (`virNetworkLookupByName`).
    public Network networkLookupByName(String name) throws LibvirtException {
        return network(
                handle().call(
                                "virNetworkLookupByName",
                                "name",
                                name,
                                (connection, given) -> connection.networks().lookupByName(given)));
    }

    /// The network with the UUID of these bytes (`virNetworkLookupByUUID`).
    public Network networkLookupByUUID(int[] uuid) throws LibvirtException {
        return networkLookupByUUID(Numbers.uuid(uuid));
    }

    /// The network with that UUID (`virNetworkLookupByUUID`).
    public Network networkLookupByUUID(UUID uuid) throws LibvirtException {
        return network(
                handle().call(
                                "virNetworkLookupByUUID",
                                "uuid",
                                uuid,
                                (connection, given) -> connection.networks().lookupByUuid(given)));
    }

    /// The network with that UUID (`virNetworkLookupByUUIDString`).
    public Network networkLookupByUUIDString(String uuid) throws LibvirtException {
        return network(
                handle().call(
                                "virNetworkLookupByUUIDString",
                                "uuidstr",
                                uuid,
                                (connection, text) -> {
                                    UUID given = Numbers.uuid("virNetworkLookupByUUIDString", text);
                                    return connection.networks().lookupByUuid(given);
                                }));
    }

    /// Starts a network that is gone when it stops (`virNetworkCreateXML`).
    public Network networkCreateXML(String xmlDesc) throws LibvirtException {
        return network(
                handle().call(
                                "virNetworkCreateXML",
                                "xmlDesc",
                                xmlDesc,
                                (connection, xml) ->
                                        connection.networks().createXml(xml, Flags.none())));
    }

    /// Defines a network, or defines it anew (`virNetworkDefineXML`).
    public Network networkDefineXML(String xmlDesc) throws LibvirtException {
        return network(
                handle().call(
                                "virNetworkDefineXML",
                                "xml",
                                xmlDesc,
                                (connection, xml) ->
                                        connection.networks().defineXml(xml, Flags.none())));
    }

    /// The names of the networks that run (`virConnectListNetworks`).
    public String[] listNetworks() throws LibvirtException {
        return names(
                networks("virConnectNumOfNetworks", NetworkListFlag.ACTIVE),
                dev.jvirt.api.Network::name);
    }

    /// How many networks run (`virConnectNumOfNetworks`).
    public int numOfNetworks() throws LibvirtException {
        return networks("virConnectNumOfNetworks", NetworkListFlag.ACTIVE).size();
    }

    /// The names of the networks that do not run (`virConnectListDefinedNetworks`).
    public String[] listDefinedNetworks() throws LibvirtException {
        return names(
                networks("virConnectNumOfDefinedNetworks", NetworkListFlag.INACTIVE),
                dev.jvirt.api.Network::name);
    }

    /// How many networks do not run (`virConnectNumOfDefinedNetworks`).
    public int numOfDefinedNetworks() throws LibvirtException {
        return networks("virConnectNumOfDefinedNetworks", NetworkListFlag.INACTIVE).size();
    }

    private List<dev.jvirt.api.Network> networks(String function, NetworkListFlag which)
            throws LibvirtException {
        return handle().call(function, connection -> connection.networks().list(Flags.of(which)));
    }

    private Network network(dev.jvirt.api.Network network) {
        return new Network(self(), network);
    }

    // -- network filters --

    /// The filter with that name (`virNWFilterLookupByName`).
    public NetworkFilter networkFilterLookupByName(String name) throws LibvirtException {
        return networkFilter(
                handle().call(
                                "virNWFilterLookupByName",
                                "name",
                                name,
                                (connection, given) -> connection.nwfilters().lookupByName(given)));
    }

    /// The filter with the UUID of these bytes (`virNWFilterLookupByUUID`).
    public NetworkFilter networkFilterLookupByUUID(int[] uuid) throws LibvirtException {
        return networkFilterLookupByUUID(Numbers.uuid(uuid));
    }

    /// The filter with that UUID (`virNWFilterLookupByUUID`).
    public NetworkFilter networkFilterLookupByUUID(UUID uuid) throws LibvirtException {
        return networkFilter(
                handle().call(
                                "virNWFilterLookupByUUID",
                                "uuid",
                                uuid,
                                (connection, given) -> connection.nwfilters().lookupByUuid(given)));
    }

    /// The filter with that UUID (`virNWFilterLookupByUUIDString`).
    public NetworkFilter networkFilterLookupByUUIDString(String uuid) throws LibvirtException {
        return networkFilter(
                handle().call(
                                "virNWFilterLookupByUUIDString",
                                "uuidstr",
                                uuid,
                                (connection, text) -> {
                                    UUID given =
                                            Numbers.uuid("virNWFilterLookupByUUIDString", text);
                                    return connection.nwfilters().lookupByUuid(given);
                                }));
    }

    /// Defines a filter, or defines it anew (`virNWFilterDefineXML`).
    public NetworkFilter networkFilterDefineXML(String xmlDesc) throws LibvirtException {
        return networkFilter(
                handle().call(
                                "virNWFilterDefineXML",
                                "xmlDesc",
                                xmlDesc,
                                (connection, xml) ->
                                        connection.nwfilters().defineXml(xml, Flags.none())));
    }

    /// The names of the filters (`virConnectListNWFilters`).
    public String[] listNetworkFilters() throws LibvirtException {
        return names(filters(), dev.jvirt.api.Nwfilter::name);
    }

    /// How many filters there are (`virConnectNumOfNWFilters`).
    public int numOfNetworkFilters() throws LibvirtException {
        return filters().size();
    }

    private List<dev.jvirt.api.Nwfilter> filters() throws LibvirtException {
        return handle().call(
                        "virConnectNumOfNWFilters", connection -> connection.nwfilters().list(0));
    }

    private NetworkFilter networkFilter(dev.jvirt.api.Nwfilter filter) {
        return new NetworkFilter(self(), filter);
    }

    // -- secrets --

    /// The secret with the UUID of these bytes (`virSecretLookupByUUID`).
    public Secret secretLookupByUUID(int[] uuid) throws LibvirtException {
        return secretLookupByUUID(Numbers.uuid(uuid));
    }

    /// The secret with that UUID (`virSecretLookupByUUID`).
    public Secret secretLookupByUUID(UUID uuid) throws LibvirtException {
        return secret(
                handle().call(
                                "virSecretLookupByUUID",
                                "uuid",
                                uuid,
                                (connection, given) -> connection.secrets().lookupByUuid(given)));
    }

    /// The secret with that UUID (`virSecretLookupByUUIDString`).
    public Secret secretLookupByUUIDString(String uuid) throws LibvirtException {
        return secret(
                handle().call(
                                "virSecretLookupByUUIDString",
                                "uuidstr",
                                uuid,
                                (connection, text) -> {
                                    UUID given = Numbers.uuid("virSecretLookupByUUIDString", text);
                                    return connection.secrets().lookupByUuid(given);
                                }));
    }

    /// Defines a secret, or defines it anew (`virSecretDefineXML`).
    public Secret secretDefineXML(String xmlDesc) throws LibvirtException {
        return secret(
                handle().call(
                                "virSecretDefineXML",
                                "xml",
                                xmlDesc,
                                (connection, xml) ->
                                        connection.secrets().defineXml(xml, Flags.none())));
    }

    /// The UUIDs of the secrets (`virConnectListSecrets`).
    public String[] listSecrets() throws LibvirtException {
        return names(secrets(), secret -> secret.uuid().toString());
    }

    /// How many secrets there are (`virConnectNumOfSecrets`).
    public int numOfSecrets() throws LibvirtException {
        return secrets().size();
    }

    private List<dev.jvirt.api.Secret> secrets() throws LibvirtException {
        return handle().call(
                        "virConnectNumOfSecrets",
                        connection -> connection.secrets().list(Flags.none()));
    }

    private Secret secret(dev.jvirt.api.Secret secret) {
        return new Secret(self(), secret);
    }
}
