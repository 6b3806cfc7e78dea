package org.libvirt;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.network.NetworkListFlag;
import dev.jvirt.api.storage.StoragePoolListFlag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a [Connect] finds, makes and lists: the first half of its methods.
///
/// What is looked up and is not there is a [LibvirtException] with a code such as
/// VIR_ERR_NO_DOMAIN.
abstract sealed class ConnectObjects permits Connect {
    private final Handle<Connection> handle;
    private final Optional<String> uri;

    ConnectObjects(Connection connection) {
        this.handle =
                new Handle<>(Handle.Kind.CONNECTION, new SharedConnection(connection), connection);
        this.uri = uri(connection);
    }

    private static Optional<String> uri(Connection connection) {
        try {
            return Optional.of(connection.uri());
        } catch (dev.jvirt.api.LibvirtException _) {
            // a driver that has none is equal to itself alone
            return Optional.empty();
        }
    }

    /// The URI that names it, also when it is closed.
    Optional<String> uri() {
        return uri;
    }

    Handle<Connection> handle() {
        return handle;
    }

    private Connect self() {
        return (Connect) this;
    }

    // -- domains --

    /// The domain with that name (`virDomainLookupByName`).
    public Domain domainLookupByName(String name) throws LibvirtException {
        return domain(
                handle.call("virDomainLookupByName", "name", name, Connection::lookupDomainByName));
    }

    /// The domain with the UUID of these bytes (`virDomainLookupByUUID`).
    public Domain domainLookupByUUID(int[] uuid) throws LibvirtException {
        return domainLookupByUUID(Numbers.uuid(uuid));
    }

    /// The domain with that UUID (`virDomainLookupByUUID`).
    public Domain domainLookupByUUID(UUID uuid) throws LibvirtException {
        return domain(
                handle.call("virDomainLookupByUUID", "uuid", uuid, Connection::lookupDomainByUuid));
    }

    /// The domain with that UUID (`virDomainLookupByUUIDString`).
    public Domain domainLookupByUUIDString(String uuid) throws LibvirtException {
        return domain(
                handle.call(
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
                handle.call("virDomainLookupByID", connection -> connection.lookupDomainById(id)));
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
                handle.call(
                        "virDomainCreateXML",
                        "xmlDesc",
                        xmlDesc,
                        (connection, xml) -> connection.createDomainXml(xml, new Flags<>(flags))));
    }

    /// Defines a domain, or defines it anew (`virDomainDefineXML`).
    public Domain domainDefineXML(String xmlDesc) throws LibvirtException {
        return domain(
                handle.call(
                        "virDomainDefineXML",
                        "xml",
                        xmlDesc,
                        (connection, xml) -> connection.defineDomainXml(xml, Flags.none())));
    }

    /// The domains that pass the filters (`virConnectListAllDomains`).
    ///
    /// @param flags of [Connect.ConnectListAllDomainsFlags]
    public Domain[] listAllDomains(int flags) throws LibvirtException {
        return handle
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
        return handle.call(function, connection -> connection.domains(Flags.of(which)));
    }

    private Domain domain(dev.jvirt.api.Domain domain) {
        return new Domain(self(), domain);
    }

    private static <T> String[] names(List<T> objects, Function<T, String> name) {
        return objects.stream().map(name).toArray(String[]::new);
    }

    // -- networks --

    /// The network with that name (`virNetworkLookupByName`).
    public Network networkLookupByName(String name) throws LibvirtException {
        return network(
                handle.call(
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
                handle.call(
                        "virNetworkLookupByUUID",
                        "uuid",
                        uuid,
                        (connection, given) -> connection.networks().lookupByUuid(given)));
    }

    /// The network with that UUID (`virNetworkLookupByUUIDString`).
    public Network networkLookupByUUIDString(String uuid) throws LibvirtException {
        return network(
                handle.call(
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
                handle.call(
                        "virNetworkCreateXML",
                        "xmlDesc",
                        xmlDesc,
                        (connection, xml) -> connection.networks().createXml(xml, Flags.none())));
    }

    /// Defines a network, or defines it anew (`virNetworkDefineXML`).
    public Network networkDefineXML(String xmlDesc) throws LibvirtException {
        return network(
                handle.call(
                        "virNetworkDefineXML",
                        "xml",
                        xmlDesc,
                        (connection, xml) -> connection.networks().defineXml(xml, Flags.none())));
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
        return handle.call(function, connection -> connection.networks().list(Flags.of(which)));
    }

    private Network network(dev.jvirt.api.Network network) {
        return new Network(self(), network);
    }

    // -- storage --

    /// The pool with that name (`virStoragePoolLookupByName`).
    public StoragePool storagePoolLookupByName(String name) throws LibvirtException {
        return storagePool(
                handle.call(
                        "virStoragePoolLookupByName",
                        "name",
                        name,
                        (connection, given) -> connection.storagePools().lookupByName(given)));
    }

    /// The pool with the UUID of these bytes (`virStoragePoolLookupByUUID`).
    public StoragePool storagePoolLookupByUUID(int[] uuid) throws LibvirtException {
        return storagePoolLookupByUUID(Numbers.uuid(uuid));
    }

    /// The pool with that UUID (`virStoragePoolLookupByUUID`).
    public StoragePool storagePoolLookupByUUID(UUID uuid) throws LibvirtException {
        return storagePool(
                handle.call(
                        "virStoragePoolLookupByUUID",
                        "uuid",
                        uuid,
                        (connection, given) -> connection.storagePools().lookupByUuid(given)));
    }

    /// The pool with that UUID (`virStoragePoolLookupByUUIDString`).
    public StoragePool storagePoolLookupByUUIDString(String uuid) throws LibvirtException {
        return storagePool(
                handle.call(
                        "virStoragePoolLookupByUUIDString",
                        "uuidstr",
                        uuid,
                        (connection, text) -> {
                            UUID given = Numbers.uuid("virStoragePoolLookupByUUIDString", text);
                            return connection.storagePools().lookupByUuid(given);
                        }));
    }

    /// Starts a pool that is gone when it stops (`virStoragePoolCreateXML`).
    public StoragePool storagePoolCreateXML(String xmlDesc, int flags) throws LibvirtException {
        return storagePool(
                handle.call(
                        "virStoragePoolCreateXML",
                        "xmlDesc",
                        xmlDesc,
                        (connection, xml) ->
                                connection.storagePools().createXml(xml, new Flags<>(flags))));
    }

    /// Defines a pool, or defines it anew (`virStoragePoolDefineXML`).
    public StoragePool storagePoolDefineXML(String xml, int flags) throws LibvirtException {
        return storagePool(
                handle.call(
                        "virStoragePoolDefineXML",
                        "xml",
                        xml,
                        (connection, given) ->
                                connection.storagePools().defineXml(given, new Flags<>(flags))));
    }

    /// What pools could be made of (`virConnectFindStoragePoolSources`).
    ///
    /// @param srcSpecs where to look; null for the host itself
    public String findStoragePoolSources(String type, @Nullable String srcSpecs, int flags)
            throws LibvirtException {
        return handle.call(
                "virConnectFindStoragePoolSources",
                "type",
                type,
                (connection, kind) ->
                        connection
                                .storagePools()
                                .findSources(kind, Optional.ofNullable(srcSpecs), flags));
    }

    /// The names of the pools that run (`virConnectListStoragePools`).
    public String[] listStoragePools() throws LibvirtException {
        return names(
                pools("virConnectNumOfStoragePools", StoragePoolListFlag.ACTIVE),
                dev.jvirt.api.StoragePool::name);
    }

    /// How many pools run (`virConnectNumOfStoragePools`).
    public int numOfStoragePools() throws LibvirtException {
        return pools("virConnectNumOfStoragePools", StoragePoolListFlag.ACTIVE).size();
    }

    /// The names of the pools that do not run (`virConnectListDefinedStoragePools`).
    public String[] listDefinedStoragePools() throws LibvirtException {
        return names(
                pools("virConnectNumOfDefinedStoragePools", StoragePoolListFlag.INACTIVE),
                dev.jvirt.api.StoragePool::name);
    }

    /// How many pools do not run (`virConnectNumOfDefinedStoragePools`).
    public int numOfDefinedStoragePools() throws LibvirtException {
        return pools("virConnectNumOfDefinedStoragePools", StoragePoolListFlag.INACTIVE).size();
    }

    private List<dev.jvirt.api.StoragePool> pools(String function, StoragePoolListFlag which)
            throws LibvirtException {
        return handle.call(function, connection -> connection.storagePools().list(Flags.of(which)));
    }

    private StoragePool storagePool(dev.jvirt.api.StoragePool pool) {
        return new StoragePool(self(), pool);
    }

    /// The volume with that key (`virStorageVolLookupByKey`).
    public StorageVol storageVolLookupByKey(String key) throws LibvirtException {
        return volume(
                handle.call(
                        "virStorageVolLookupByKey",
                        "key",
                        key,
                        (connection, given) -> connection.storageVolumes().lookupByKey(given)));
    }

    /// The volume with that path (`virStorageVolLookupByPath`).
    public StorageVol storageVolLookupByPath(String path) throws LibvirtException {
        return volume(
                handle.call(
                        "virStorageVolLookupByPath",
                        "path",
                        path,
                        (connection, given) -> connection.storageVolumes().lookupByPath(given)));
    }

    private StorageVol volume(StorageVolume volume) {
        return new StorageVol(self(), volume);
    }

    // -- network filters --

    /// The filter with that name (`virNWFilterLookupByName`).
    public NetworkFilter networkFilterLookupByName(String name) throws LibvirtException {
        return networkFilter(
                handle.call(
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
                handle.call(
                        "virNWFilterLookupByUUID",
                        "uuid",
                        uuid,
                        (connection, given) -> connection.nwfilters().lookupByUuid(given)));
    }

    /// The filter with that UUID (`virNWFilterLookupByUUIDString`).
    public NetworkFilter networkFilterLookupByUUIDString(String uuid) throws LibvirtException {
        return networkFilter(
                handle.call(
                        "virNWFilterLookupByUUIDString",
                        "uuidstr",
                        uuid,
                        (connection, text) -> {
                            UUID given = Numbers.uuid("virNWFilterLookupByUUIDString", text);
                            return connection.nwfilters().lookupByUuid(given);
                        }));
    }

    /// Defines a filter, or defines it anew (`virNWFilterDefineXML`).
    public NetworkFilter networkFilterDefineXML(String xmlDesc) throws LibvirtException {
        return networkFilter(
                handle.call(
                        "virNWFilterDefineXML",
                        "xmlDesc",
                        xmlDesc,
                        (connection, xml) -> connection.nwfilters().defineXml(xml, Flags.none())));
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
        return handle.call(
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
                handle.call(
                        "virSecretLookupByUUID",
                        "uuid",
                        uuid,
                        (connection, given) -> connection.secrets().lookupByUuid(given)));
    }

    /// The secret with that UUID (`virSecretLookupByUUIDString`).
    public Secret secretLookupByUUIDString(String uuid) throws LibvirtException {
        return secret(
                handle.call(
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
                handle.call(
                        "virSecretDefineXML",
                        "xml",
                        xmlDesc,
                        (connection, xml) -> connection.secrets().defineXml(xml, Flags.none())));
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
        return handle.call(
                "virConnectNumOfSecrets", connection -> connection.secrets().list(Flags.none()));
    }

    private Secret secret(dev.jvirt.api.Secret secret) {
        return new Secret(self(), secret);
    }

    // -- the host's interfaces and devices --

    /// Defines an interface of the host, or defines it anew (`virInterfaceDefineXML`).
    public Interface interfaceDefineXML(String xmlDesc) throws LibvirtException {
        return iface(
                handle.call(
                        "virInterfaceDefineXML",
                        "xml",
                        xmlDesc,
                        (connection, xml) -> connection.interfaces().defineXml(xml, Flags.none())));
    }

    /// The interface of the host with that MAC address (`virInterfaceLookupByMACString`).
    public Interface interfaceLookupByMACString(String mac) throws LibvirtException {
        return iface(
                handle.call(
                        "virInterfaceLookupByMACString",
                        "macstr",
                        mac,
                        (connection, given) -> connection.interfaces().lookupByMac(given)));
    }

    /// The interface of the host with that name (`virInterfaceLookupByName`).
    public Interface interfaceLookupByName(String name) throws LibvirtException {
        return iface(
                handle.call(
                        "virInterfaceLookupByName",
                        "name",
                        name,
                        (connection, given) -> connection.interfaces().lookupByName(given)));
    }

    /// The names of the interfaces that are up (`virConnectListInterfaces`).
    public String[] listInterfaces() throws LibvirtException {
        return names(
                interfaces("virConnectNumOfInterfaces", InterfaceListFlag.ACTIVE),
                dev.jvirt.api.Interface::name);
    }

    /// How many interfaces are up (`virConnectNumOfInterfaces`).
    public int numOfInterfaces() throws LibvirtException {
        return interfaces("virConnectNumOfInterfaces", InterfaceListFlag.ACTIVE).size();
    }

    /// The names of the interfaces that are down (`virConnectListDefinedInterfaces`).
    public String[] listDefinedInterfaces() throws LibvirtException {
        return names(
                interfaces("virConnectNumOfDefinedInterfaces", InterfaceListFlag.INACTIVE),
                dev.jvirt.api.Interface::name);
    }

    /// How many interfaces are down (`virConnectNumOfDefinedInterfaces`).
    public int numOfDefinedInterfaces() throws LibvirtException {
        return interfaces("virConnectNumOfDefinedInterfaces", InterfaceListFlag.INACTIVE).size();
    }

    private List<dev.jvirt.api.Interface> interfaces(String function, InterfaceListFlag which)
            throws LibvirtException {
        return handle.call(function, connection -> connection.interfaces().list(Flags.of(which)));
    }

    private Interface iface(dev.jvirt.api.Interface iface) {
        return new Interface(self(), iface);
    }

    /// Makes a device, for example a virtual HBA (`virNodeDeviceCreateXML`).
    public Device deviceCreateXML(String xmlDesc) throws LibvirtException {
        return device(
                handle.call(
                        "virNodeDeviceCreateXML",
                        "xmlDesc",
                        xmlDesc,
                        (connection, xml) ->
                                connection.nodeDevices().createXml(xml, Flags.none())));
    }

    /// The device of the host with that name (`virNodeDeviceLookupByName`).
    public Device deviceLookupByName(String name) throws LibvirtException {
        return device(
                handle.call(
                        "virNodeDeviceLookupByName",
                        "name",
                        name,
                        (connection, given) -> connection.nodeDevices().lookupByName(given)));
    }

    /// The names of the devices of the host (`virNodeListDevices`).
    ///
    /// @param capabilityName of those that are wanted; null for all
    public String[] listDevices(@Nullable String capabilityName) throws LibvirtException {
        return devices(capabilityName).toArray(String[]::new);
    }

    /// How many devices the host has (`virNodeNumOfDevices`).
    ///
    /// @param capabilityName of those that are wanted; null for all
    public int numOfDevices(@Nullable String capabilityName) throws LibvirtException {
        return devices(capabilityName).size();
    }

    private List<String> devices(@Nullable String capability) throws LibvirtException {
        return handle.call(
                "virNodeNumOfDevices",
                connection -> connection.nodeDevices().names(Optional.ofNullable(capability), 0));
    }

    private Device device(dev.jvirt.api.NodeDevice device) {
        return new Device(self(), device);
    }
}
