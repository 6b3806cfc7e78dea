package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.SecurityModel;
import java.util.Optional;

/// What a driver knows of its hypervisor and host. A driver overrides what it supports; the rest
/// answers NO_SUPPORT.
public interface HostDriver {
    /// The hypervisor's name, for example `QEMU`.
    @Since("0.0.3")
    default String type() {
        throw unsupported("virConnectGetType");
    }

    /// The hypervisor's version as major * 1,000,000 + minor * 1,000 + release; 0 if it cannot be
    /// told.
    @Since("0.0.3")
    default long version() {
        throw unsupported("virConnectGetVersion");
    }

    /// The version of libvirt on the far side, counted alike.
    @Since("0.7.3")
    default long libraryVersion() {
        throw unsupported("virConnectGetLibVersion");
    }

    /// The host's name.
    @Since("0.3.0")
    default String hostname() {
        throw unsupported("virConnectGetHostname");
    }

    /// The URI that names this connection.
    @Since("0.3.0")
    default String uri() {
        throw unsupported("virConnectGetURI");
    }

    /// The capabilities document of the host.
    @Since("0.2.1")
    default String capabilities() {
        throw unsupported("virConnectGetCapabilities");
    }

    /// The most virtual CPUs a domain of the given type (for example `kvm`; empty: the driver's
    /// default) may have.
    @Since("0.2.1")
    default int maxVcpus(Optional<String> type) {
        throw unsupported("virConnectGetMaxVcpus");
    }

    /// The hardware of the host in short.
    @Since("0.1.0")
    default NodeInfo nodeInfo() {
        throw unsupported("virNodeGetInfo");
    }

    /// Free memory of the host in bytes.
    @Since("0.3.3")
    default long freeMemory() {
        throw unsupported("virNodeGetFreeMemory");
    }

    /// The host's SMBIOS data as XML. `flags` must be 0.
    @Since("0.8.8")
    default String sysinfo(int flags) {
        throw unsupported("virConnectGetSysinfo");
    }

    /// The security driver of the host.
    @Since("0.6.1")
    default SecurityModel securityModel() {
        throw unsupported("virNodeGetSecurityModel");
    }

    /// Whether the data of this connection travel encrypted.
    @Since("0.7.3")
    default boolean isEncrypted() {
        return false;
    }

    /// Whether nobody can listen to or change what this connection carries.
    @Since("0.7.3")
    default boolean isSecure() {
        return true;
    }

    /// Whether the connection still works, as far as is known without asking.
    @Since("0.9.8")
    default boolean isAlive() {
        return true;
    }

    /// Whether the driver has one of libvirt's internal features (`VIR_DRV_FEATURE_...`).
    @Since("0.3.2")
    default boolean supportsFeature(int feature) {
        return false;
    }

    /// Pings an idle peer.
    ///
    /// @param intervalSeconds of silence after which the peer is pinged; 0 or less switches it off
    /// @param count unanswered pings after which the connection is closed
    /// @return whether the peer answers pings
    @Since("0.9.8")
    default boolean setKeepAlive(int intervalSeconds, int count) {
        throw unsupported("virConnectSetKeepAlive");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
