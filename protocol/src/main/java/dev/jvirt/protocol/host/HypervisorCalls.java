package dev.jvirt.protocol.host;

import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;
import java.util.Optional;

/// What the hypervisor can do, and how documents look to it.
@Wire(Program.REMOTE)
public interface HypervisorCalls {
    /// virConnectGetDomainCapabilities
    @Procedure(number = 342, acl = "connect:write")
    record ConnectGetDomainCapabilities(
            Optional<String> emulatorbin,
            Optional<String> arch,
            Optional<String> machine,
            Optional<String> virttype,
            int flags) {
        public record Reply(String capabilities) {}
    }

    /// virConnectGetCPUModelNames
    @Procedure(number = 312, acl = "connect:read")
    record ConnectGetCpuModelNames(String arch, int needResults, int flags) {
        public record Reply(@Max(8192) List<String> models, int ret) {}
    }

    /// virConnectCompareCPU
    @Procedure(number = 158, acl = "connect:read", priority = Priority.HIGH)
    record ConnectCompareCpu(String xml, int flags) {
        public record Reply(int result) {}
    }

    /// virConnectBaselineCPU
    @Procedure(number = 162, acl = "connect:read")
    record ConnectBaselineCpu(@Max(256) List<String> xmlCPUs, int flags) {
        public record Reply(String cpu) {}
    }

    /// virConnectCompareHypervisorCPU
    @Procedure(number = 393, acl = "connect:write")
    record ConnectCompareHypervisorCpu(
            Optional<String> emulator,
            Optional<String> arch,
            Optional<String> machine,
            Optional<String> virttype,
            String xmlCPU,
            int flags) {
        public record Reply(int result) {}
    }

    /// virConnectBaselineHypervisorCPU
    @Procedure(number = 394, acl = "connect:write")
    record ConnectBaselineHypervisorCpu(
            Optional<String> emulator,
            Optional<String> arch,
            Optional<String> machine,
            Optional<String> virttype,
            @Max(256) List<String> xmlCPUs,
            int flags) {
        public record Reply(String cpu) {}
    }

    /// virConnectDomainXMLFromNative
    @Procedure(number = 135, acl = "connect:write")
    record ConnectDomainXmlFromNative(String nativeFormat, String nativeConfig, int flags) {
        public record Reply(String domainXml) {}
    }

    /// virConnectDomainXMLToNative
    @Procedure(number = 136, acl = "connect:write")
    record ConnectDomainXmlToNative(String nativeFormat, String domainXml, int flags) {
        public record Reply(String nativeConfig) {}
    }

    /// A daemon in the middle tells for whom it works.
    @Procedure(number = 419, acl = "connect:write")
    record ConnectSetIdentity(@Max(20) List<TypedParameter> params, int flags) {}
}
