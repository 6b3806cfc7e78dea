package dev.jvirt.api;

import dev.jvirt.api.driver.HypervisorDriver;
import dev.jvirt.api.host.CpuBaselineFlag;
import dev.jvirt.api.host.CpuCompareFlag;
import dev.jvirt.api.host.CpuCompareResult;
import dev.jvirt.api.host.DomainCapabilitiesFlag;
import dev.jvirt.api.host.EmulatorChoice;
import java.util.List;

/// What a hypervisor can run: processor models, domain capabilities, its own configurations.
///
/// @param connection that it belongs to
public record Hypervisor(Connection connection) {

    /// The document that tells what domains can have here: machines, processors, devices
    /// (`virConnectGetDomainCapabilities`).
    ///
    /// @since 1.2.7
    public String domainCapabilities(EmulatorChoice emulator, Flags<DomainCapabilitiesFlag> flags) {
        return changing("virConnectGetDomainCapabilities").domainCapabilities(emulator, flags);
    }

    /// The processor models that are known for an architecture; none if it takes any name
    /// (`virConnectGetCPUModelNames`).
    ///
    /// @param architecture for example `x86_64`
    /// @param flags 0
    /// @since 1.1.3
    public List<String> cpuModels(String architecture, int flags) {
        return reading("virConnectGetCPUModelNames").cpuModels(architecture, flags);
    }

    /// How the host's processor relates to the described one (`virConnectCompareCPU`).
    ///
    /// @param xml a `<cpu>` element as in domains, or as in the host's capabilities
    /// @throws LibvirtException CPU_INCOMPATIBLE with FAIL_INCOMPATIBLE, naming what is missing
    /// @since 0.7.5
    public CpuCompareResult compareCpu(String xml, Flags<CpuCompareFlag> flags) {
        return reading("virConnectCompareCPU").compareCpu(xml, flags);
    }

    /// The most powerful processor that all the described ones can stand for, as a `<cpu>` element
    /// (`virConnectBaselineCPU`).
    ///
    /// @param xmls `<cpu>` elements as in the capabilities of hosts; at most 256 for a remote
    /// daemon
    /// @since 0.7.7
    public String baselineCpu(List<String> xmls, Flags<CpuBaselineFlag> flags) {
        return reading("virConnectBaselineCPU").baselineCpu(List.copyOf(xmls), flags);
    }

    /// How what the hypervisor can offer on this host relates to the described processor
    /// (`virConnectCompareHypervisorCPU`).
    ///
    /// @param xml a `<cpu>` element
    /// @throws LibvirtException CPU_INCOMPATIBLE with FAIL_INCOMPATIBLE, naming what is missing
    /// @since 4.4.0
    public CpuCompareResult compareHypervisorCpu(
            EmulatorChoice emulator, String xml, Flags<CpuCompareFlag> flags) {
        return changing("virConnectCompareHypervisorCPU")
                .compareHypervisorCpu(emulator, xml, flags);
    }

    /// The most powerful processor that all the described ones can stand for and the hypervisor can
    /// offer, as a `<cpu>` element (`virConnectBaselineHypervisorCPU`).
    ///
    /// @param xmls `<cpu>` elements as in domain capabilities; at most 256 for a remote daemon
    /// @since 4.4.0
    public String baselineHypervisorCpu(
            EmulatorChoice emulator, List<String> xmls, Flags<CpuBaselineFlag> flags) {
        return changing("virConnectBaselineHypervisorCPU")
                .baselineHypervisorCpu(emulator, List.copyOf(xmls), flags);
    }

    /// The document of a domain from the hypervisor's own configuration
    /// (`virConnectDomainXMLFromNative`).
    ///
    /// @param format the name of its form, for example `qemu-argv`
    /// @param flags 0
    /// @since 0.6.4
    public String domainXmlFromNative(String format, String config, int flags) {
        return changing("virConnectDomainXMLFromNative").domainXmlFromNative(format, config, flags);
    }

    /// The hypervisor's own configuration from the document of a domain
    /// (`virConnectDomainXMLToNative`).
    ///
    /// @param format the name of its form, for example `qemu-argv`
    /// @param flags 0
    /// @since 0.6.4
    public String domainXmlToNative(String format, String xml, int flags) {
        return changing("virConnectDomainXMLToNative").domainXmlToNative(format, xml, flags);
    }

    /// Tells the far side for whom this connection works, so that it grants what that user may do
    /// (`virConnectSetIdentity`). Only a daemon that stands between a user and another daemon needs
    /// it.
    ///
    /// @param identity for example `user-name` and `unix-user-id`
    /// @param flags 0
    /// @since 5.8.0
    public void setIdentity(TypedParameters identity, int flags) {
        reading("virConnectSetIdentity").setIdentity(identity, flags);
    }

    private HypervisorDriver reading(String function) {
        return connection.reading(function).hypervisor();
    }

    private HypervisorDriver changing(String function) {
        return connection.changing(ErrorDomain.DOMAIN, function).hypervisor();
    }
}
