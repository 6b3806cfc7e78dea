package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainConsoleFlag;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDefineFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainRebootFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.DomainUndefineFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.SecurityLabel;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// What a driver can do with domains. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface DomainDriver {

    /// The domains that pass the filters, in no particular order.
    @Since("0.9.13")
    default List<DomainId> list(Flags<DomainListFlag> flags) {
        throw unsupported("virConnectListAllDomains");
    }

    /// The running domain with that id, or NO_DOMAIN.
    @Since("0.1.0")
    default DomainId lookupById(int id) {
        throw unsupported("virDomainLookupByID");
    }

    /// The domain with that UUID, or NO_DOMAIN.
    @Since("0.1.0")
    default DomainId lookupByUuid(UUID uuid) {
        throw unsupported("virDomainLookupByUUID");
    }

    /// The domain with that name, or NO_DOMAIN.
    @Since("0.1.0")
    default DomainId lookupByName(String name) {
        throw unsupported("virDomainLookupByName");
    }

    /// Starts a domain that is not (or differently) defined.
    @Since("0.1.0")
    default DomainId createXml(String xml, Flags<DomainCreateFlag> flags) {
        throw unsupported("virDomainCreateXML");
    }

    /// Defines a domain, or defines it anew.
    @Since("1.2.12")
    default DomainId defineXml(String xml, Flags<DomainDefineFlag> flags) {
        throw unsupported(flags.named("virDomainDefineXML", "virDomainDefineXMLFlags"));
    }

    /// Removes the definition of a domain.
    @Since("0.9.4")
    default void undefine(DomainId domain, Flags<DomainUndefineFlag> flags) {
        throw unsupported(flags.named("virDomainUndefine", "virDomainUndefineFlags"));
    }

    /// Starts a defined domain; the result carries its new id.
    @Since("0.8.2")
    default DomainId create(DomainId domain, Flags<DomainCreateFlag> flags) {
        throw unsupported(flags.named("virDomainCreate", "virDomainCreateWithFlags"));
    }

    /// Starts a domain that is not (or differently) defined, and gives it files: they are open for
    /// the time of the call.
    @Since("1.1.1")
    default DomainId createXmlWithFiles(
            String xml, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        throw unsupported("virDomainCreateXMLWithFiles");
    }

    /// Starts a defined domain, and gives it files: they are open for the time of the call.
    @Since("1.1.1")
    default DomainId createWithFiles(
            DomainId domain, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        throw unsupported("virDomainCreateWithFiles");
    }

    /// Asks the guest to shut down.
    @Since("0.9.10")
    default void shutdown(DomainId domain, Flags<DomainShutdownFlag> flags) {
        throw unsupported(flags.named("virDomainShutdown", "virDomainShutdownFlags"));
    }

    /// Asks the guest to reboot.
    @Since("0.1.0")
    default void reboot(DomainId domain, Flags<DomainRebootFlag> flags) {
        throw unsupported("virDomainReboot");
    }

    /// Presses the reset button. `flags` must be 0.
    @Since("0.9.7")
    default void reset(DomainId domain, int flags) {
        throw unsupported("virDomainReset");
    }

    /// Ends a running domain at once.
    @Since("0.9.4")
    default void destroy(DomainId domain, Flags<DomainDestroyFlag> flags) {
        throw unsupported(flags.named("virDomainDestroy", "virDomainDestroyFlags"));
    }

    /// Stops the virtual CPUs.
    @Since("0.1.0")
    default void suspend(DomainId domain) {
        throw unsupported("virDomainSuspend");
    }

    /// Lets the virtual CPUs go on.
    @Since("0.1.0")
    default void resume(DomainId domain) {
        throw unsupported("virDomainResume");
    }

    /// State, memory, virtual CPUs and CPU time in one.
    @Since("0.1.0")
    default DomainInfo info(DomainId domain) {
        throw unsupported("virDomainGetInfo");
    }

    /// The state and why the domain is in it. `flags` must be 0.
    @Since("0.9.2")
    default DomainStatus state(DomainId domain, int flags) {
        throw unsupported("virDomainGetState");
    }

    /// The document of the domain: of the running one, or of the next start with INACTIVE.
    @Since("0.1.0")
    default String xml(DomainId domain, Flags<DomainXmlFlag> flags) {
        throw unsupported("virDomainGetXMLDesc");
    }

    /// The kind of operating system interface, for example `hvm`.
    @Since("0.1.0")
    default String osType(DomainId domain) {
        throw unsupported("virDomainGetOSType");
    }

    /// The most memory the domain may have, in KiB.
    @Since("0.1.0")
    default long maxMemory(DomainId domain) {
        throw unsupported("virDomainGetMaxMemory");
    }

    /// The most virtual CPUs the running domain may have.
    @Since("0.2.1")
    default int maxVcpus(DomainId domain) {
        throw unsupported("virDomainGetMaxVcpus");
    }

    /// Whether the domain starts with the host.
    @Since("0.2.1")
    default boolean autostart(DomainId domain) {
        throw unsupported("virDomainGetAutostart");
    }

    /// Sets whether the domain starts with the host.
    @Since("0.2.1")
    default void setAutostart(DomainId domain, boolean autostart) {
        throw unsupported("virDomainSetAutostart");
    }

    /// Whether the domain starts the next time that the host does, and only then.
    @Since("11.2.0")
    default boolean autostartOnce(DomainId domain) {
        throw unsupported("virDomainGetAutostartOnce");
    }

    /// Sets whether the domain starts the next time that the host does, and only then.
    @Since("11.2.0")
    default void setAutostartOnce(DomainId domain, boolean autostart) {
        throw unsupported("virDomainSetAutostartOnce");
    }

    /// Whether the domain runs.
    @Since("0.7.3")
    default boolean isActive(DomainId domain) {
        throw unsupported("virDomainIsActive");
    }

    /// Whether the domain is defined, and thus stays when it stops.
    @Since("0.7.3")
    default boolean isPersistent(DomainId domain) {
        throw unsupported("virDomainIsPersistent");
    }

    /// Whether the definition changed since the domain started.
    @Since("0.8.6")
    default boolean isUpdated(DomainId domain) {
        throw unsupported("virDomainIsUpdated");
    }

    /// Whether a saved state waits for the next start. `flags` must be 0.
    @Since("0.8.0")
    default boolean hasManagedSave(DomainId domain, int flags) {
        throw unsupported("virDomainHasManagedSaveImage");
    }

    /// Warnings about the domain in words: what taints it, what is deprecated. `flags` narrows the
    /// choice.
    @Since("7.1.0")
    default List<String> messages(DomainId domain, int flags) {
        throw unsupported("virDomainGetMessages");
    }

    /// The security labels of the running domain; empty without a security driver.
    @Since("0.10.0")
    default List<SecurityLabel> securityLabels(DomainId domain) {
        throw unsupported("virDomainGetSecurityLabelList");
    }

    /// Gives a defined domain another name. `flags` must be 0.
    @Since("1.2.19")
    default DomainId rename(DomainId domain, String newName, int flags) {
        throw unsupported("virDomainRename");
    }

    /// Connects to a console, serial or parallel port.
    ///
    /// @param device the alias of the device; empty for the first console
    @Since("0.8.6")
    default StreamChannel openConsole(
            DomainId domain, Optional<String> device, Flags<DomainConsoleFlag> flags) {
        throw unsupported("virDomainOpenConsole");
    }

    /// Delivers events of one kind, of one domain or of all. The handler must not wait; who calls
    /// it is the driver.
    @Since("0.8.0")
    default Subscription subscribe(
            DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
        throw unsupported("virConnectDomainEventRegisterAny");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
