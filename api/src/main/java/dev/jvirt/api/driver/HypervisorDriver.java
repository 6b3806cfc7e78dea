package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.host.CpuBaselineFlag;
import dev.jvirt.api.host.CpuCompareFlag;
import dev.jvirt.api.host.CpuCompareResult;
import dev.jvirt.api.host.DomainCapabilitiesFlag;
import dev.jvirt.api.host.EmulatorChoice;
import dev.jvirt.api.host.NodeDeviceId;
import java.util.List;
import java.util.Optional;

/// What a driver knows of processor models and guest configurations. A driver overrides what it
/// supports; the rest answers NO_SUPPORT. Where `flags` is a number, it must be 0.
public interface HypervisorDriver {
    /// The document that tells what domains can have.
    @Since("1.2.7")
    default String domainCapabilities(
            EmulatorChoice emulator, Flags<DomainCapabilitiesFlag> flags) {
        throw unsupported("virConnectGetDomainCapabilities");
    }

    /// The processor models that are known for an architecture.
    @Since("1.1.3")
    default List<String> cpuModels(String architecture, int flags) {
        throw unsupported("virConnectGetCPUModelNames");
    }

    /// How the host's processor relates to the described one.
    @Since("0.7.5")
    default CpuCompareResult compareCpu(String xml, Flags<CpuCompareFlag> flags) {
        throw unsupported("virConnectCompareCPU");
    }

    /// The most powerful processor that all the described ones can stand for.
    @Since("0.7.7")
    default String baselineCpu(List<String> xmls, Flags<CpuBaselineFlag> flags) {
        throw unsupported("virConnectBaselineCPU");
    }

    /// How what the hypervisor can offer relates to the described processor.
    @Since("4.4.0")
    default CpuCompareResult compareHypervisorCpu(
            EmulatorChoice emulator, String xml, Flags<CpuCompareFlag> flags) {
        throw unsupported("virConnectCompareHypervisorCPU");
    }

    /// The most powerful processor that all the described ones can stand for and the hypervisor
    /// can offer.
    @Since("4.4.0")
    default String baselineHypervisorCpu(
            EmulatorChoice emulator, List<String> xmls, Flags<CpuBaselineFlag> flags) {
        throw unsupported("virConnectBaselineHypervisorCPU");
    }

    /// The document of a domain from the hypervisor's own configuration.
    @Since("0.6.4")
    default String domainXmlFromNative(String format, String config, int flags) {
        throw unsupported("virConnectDomainXMLFromNative");
    }

    /// The hypervisor's own configuration from the document of a domain.
    @Since("0.6.4")
    default String domainXmlToNative(String format, String xml, int flags) {
        throw unsupported("virConnectDomainXMLToNative");
    }

    /// Takes a device from its driver of the host, so that a domain can have it. `flags` must be 0.
    ///
    /// @param driver that it is given to instead; empty for the one that suits the hypervisor
    @Since("1.0.5")
    default void detachDevice(NodeDeviceId device, Optional<String> driver, int flags) {
        throw LibvirtException.unsupported(
                ErrorDomain.NODEDEV,
                driver.isEmpty() && flags == 0
                        ? "virNodeDeviceDettach"
                        : "virNodeDeviceDetachFlags");
    }

    /// Gives a device back to its driver of the host.
    @Since("0.6.1")
    default void reattachDevice(NodeDeviceId device) {
        throw LibvirtException.unsupported(ErrorDomain.NODEDEV, "virNodeDeviceReAttach");
    }

    /// Resets a device, which must be detached.
    @Since("0.6.1")
    default void resetDevice(NodeDeviceId device) {
        throw LibvirtException.unsupported(ErrorDomain.NODEDEV, "virNodeDeviceReset");
    }

    /// Tells for whom the connection works.
    @Since("5.8.0")
    default void setIdentity(TypedParameters identity, int flags) {
        throw unsupported("virConnectSetIdentity");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
