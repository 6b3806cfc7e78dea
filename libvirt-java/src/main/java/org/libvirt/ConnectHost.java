package org.libvirt;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Flags;
import dev.jvirt.api.StorageVolume;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.api.storage.StoragePoolListFlag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a [Connect] finds, makes and lists of a host: its storage, interfaces and devices. A third
/// of its methods.
abstract sealed class ConnectHost permits ConnectObjects {
    private final Handle<Connection> handle;
    private final Optional<String> uri;

    ConnectHost(Connection connection) {
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

    /// Itself.
    Connect self() {
        return (Connect) this;
    }

    /// What objects are called.
    static <T> String[] names(List<T> objects, Function<T, String> name) {
        return objects.stream().map(name).toArray(String[]::new);
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
