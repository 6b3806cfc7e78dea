package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainAuthorizedSshKeysFlag;
import dev.jvirt.api.domain.DomainFilesystem;
import dev.jvirt.api.domain.DomainGuestInfoType;
import dev.jvirt.api.domain.DomainHostnameFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInterface;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainProcessSignal;
import dev.jvirt.api.domain.DomainSetTimeFlag;
import dev.jvirt.api.domain.DomainTime;
import dev.jvirt.api.domain.DomainUserPasswordFlag;
import dev.jvirt.api.host.NodeSuspendTarget;
import java.util.List;
import java.util.Optional;

/// What a driver can do inside guests, mostly through their agents. A driver overrides what it
/// supports; the rest answers NO_SUPPORT.
public interface DomainGuestDriver {
    /// The name that the guest gives itself.
    @Since("0.10.0")
    default String hostname(DomainId domain, Flags<DomainHostnameFlag> flags) {
        throw unsupported("virDomainGetHostname");
    }

    /// The addresses of the guest's network interfaces. `flags` must be 0.
    @Since("1.2.14")
    default List<DomainInterface> interfaceAddresses(
            DomainId domain, DomainInterfaceAddressesSource source, int flags) {
        throw unsupported("virDomainInterfaceAddresses");
    }

    /// What the guest tells about itself, of all kinds that it can if `types` is empty. `flags`
    /// must be 0.
    @Since("5.7.0")
    default TypedParameters info(DomainId domain, Flags<DomainGuestInfoType> types, int flags) {
        throw unsupported("virDomainGetGuestInfo");
    }

    /// The virtual CPUs as the guest sees them. `flags` must be 0.
    @Since("2.0.0")
    default TypedParameters vcpus(DomainId domain, int flags) {
        throw unsupported("virDomainGetGuestVcpus");
    }

    /// Lets the guest use virtual CPUs, or not. `flags` must be 0.
    ///
    /// @param cpus which ones, as in `0-3,^2`
    /// @param state 1 for yes, 0 for no; anything else is refused
    @Since("2.0.0")
    default void setVcpus(DomainId domain, String cpus, int state, int flags) {
        throw unsupported("virDomainSetGuestVcpus");
    }

    /// The guest's clock. `flags` must be 0.
    @Since("1.2.5")
    default DomainTime time(DomainId domain, int flags) {
        throw unsupported("virDomainGetTime");
    }

    /// Sets the guest's clock.
    @Since("1.2.5")
    default void setTime(DomainId domain, DomainTime time, Flags<DomainSetTimeFlag> flags) {
        throw unsupported("virDomainSetTime");
    }

    /// The file systems that are mounted in the guest. `flags` must be 0.
    @Since("1.2.11")
    default List<DomainFilesystem> filesystems(DomainId domain, int flags) {
        throw unsupported("virDomainGetFSInfo");
    }

    /// Holds back what the guest writes to file systems. `flags` must be 0.
    ///
    /// @param mountpoints of the file systems; empty for all
    /// @return how many were frozen
    @Since("1.2.5")
    default int freeze(DomainId domain, List<String> mountpoints, int flags) {
        throw unsupported("virDomainFSFreeze");
    }

    /// Lets the guest write to file systems again. `flags` must be 0.
    ///
    /// @param mountpoints of the file systems; empty for all
    /// @return how many were thawed
    @Since("1.2.5")
    default int thaw(DomainId domain, List<String> mountpoints, int flags) {
        throw unsupported("virDomainFSThaw");
    }

    /// Gives the blocks that file systems do not use back to the host. `flags` must be 0.
    ///
    /// @param mountpoint of the file system; empty for all
    /// @param minimum the length in bytes that a free range must have to be worth it
    @Since("1.0.1")
    default void trim(DomainId domain, Optional<String> mountpoint, long minimum, int flags) {
        throw unsupported("virDomainFSTrim");
    }

    /// Changes the password of an account of the guest.
    @Since("1.2.16")
    default void setUserPassword(
            DomainId domain, String user, String password, Flags<DomainUserPasswordFlag> flags) {
        throw unsupported("virDomainSetUserPassword");
    }

    /// The SSH keys with which one may log in. `flags` must be 0.
    @Since("6.10.0")
    default List<String> authorizedSshKeys(DomainId domain, String user, int flags) {
        throw unsupported("virDomainAuthorizedSSHKeysGet");
    }

    /// Replaces the SSH keys with which one may log in, or some of them.
    @Since("6.10.0")
    default void setAuthorizedSshKeys(
            DomainId domain,
            String user,
            List<String> keys,
            Flags<DomainAuthorizedSshKeysFlag> flags) {
        throw unsupported("virDomainAuthorizedSSHKeysSet");
    }

    /// Sets how long answers of the agent are waited for. `flags` must be 0.
    ///
    /// @param seconds or one of `virDomainAgentResponseTimeoutValues`
    @Since("5.10.0")
    default void setAgentResponseTimeout(DomainId domain, int seconds, int flags) {
        throw unsupported("virDomainAgentSetResponseTimeout");
    }

    /// Sends a signal to a process of the guest. `flags` must be 0.
    ///
    /// @param pid of the process, negative for a process group, as the guest counts them
    @Since("1.0.1")
    default void sendProcessSignal(
            DomainId domain, long pid, DomainProcessSignal signal, int flags) {
        throw unsupported("virDomainSendProcessSignal");
    }

    /// Asks the guest to sleep. `flags` must be 0.
    ///
    /// @param seconds after which it wakes up by itself; 0: it does not
    @Since("0.9.10")
    default void suspend(DomainId domain, NodeSuspendTarget target, long seconds, int flags) {
        throw unsupported("virDomainPMSuspendForDuration");
    }

    /// Wakes the guest up. `flags` must be 0.
    @Since("0.9.11")
    default void wakeup(DomainId domain, int flags) {
        throw unsupported("virDomainPMWakeup");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
