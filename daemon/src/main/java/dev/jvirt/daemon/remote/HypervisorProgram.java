package dev.jvirt.daemon.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Hypervisor;
import dev.jvirt.api.host.EmulatorChoice;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.daemon.access.ClientIdentity;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectBaselineCpu;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectBaselineHypervisorCpu;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectCompareCpu;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectCompareHypervisorCpu;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectDomainXmlFromNative;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectDomainXmlToNative;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectGetCpuModelNames;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectGetDomainCapabilities;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectSetIdentity;
import dev.jvirt.protocol.host.HypervisorCallsHandler;
import java.util.List;

/// What the hypervisor can run.
record HypervisorProgram(RemoteSession session) implements HypervisorCallsHandler {
    /// `REMOTE_CONNECT_CPU_MODELS_MAX`
    private static final int CPU_MODELS_MAX = 8192;

    private Hypervisor hypervisor() {
        return session.connection().hypervisor();
    }

    @Override
    public ConnectGetDomainCapabilities.Reply connectGetDomainCapabilities(
            ConnectGetDomainCapabilities message) {
        var emulator =
                new EmulatorChoice(
                        message.emulatorbin(),
                        message.arch(),
                        message.machine(),
                        message.virttype());
        return new ConnectGetDomainCapabilities.Reply(
                hypervisor().domainCapabilities(emulator, new Flags<>(message.flags())));
    }

    @Override
    public ConnectGetCpuModelNames.Reply connectGetCpuModelNames(ConnectGetCpuModelNames message) {
        var models = hypervisor().cpuModels(message.arch(), message.flags());
        ListLimits.sendable(models, CPU_MODELS_MAX, "CPU model");
        return new ConnectGetCpuModelNames.Reply(
                message.needResults() == 0 ? List.of() : models, models.size());
    }

    @Override
    public ConnectCompareCpu.Reply connectCompareCpu(ConnectCompareCpu message) {
        var result = hypervisor().compareCpu(message.xml(), new Flags<>(message.flags()));
        return new ConnectCompareCpu.Reply(result.code());
    }

    @Override
    public ConnectBaselineCpu.Reply connectBaselineCpu(ConnectBaselineCpu message) {
        return new ConnectBaselineCpu.Reply(
                hypervisor().baselineCpu(message.xmlCPUs(), new Flags<>(message.flags())));
    }

    @Override
    public ConnectCompareHypervisorCpu.Reply connectCompareHypervisorCpu(
            ConnectCompareHypervisorCpu message) {
        var emulator =
                new EmulatorChoice(
                        message.emulator(), message.arch(), message.machine(), message.virttype());
        var result =
                hypervisor()
                        .compareHypervisorCpu(
                                emulator, message.xmlCPU(), new Flags<>(message.flags()));
        return new ConnectCompareHypervisorCpu.Reply(result.code());
    }

    @Override
    public ConnectBaselineHypervisorCpu.Reply connectBaselineHypervisorCpu(
            ConnectBaselineHypervisorCpu message) {
        var emulator =
                new EmulatorChoice(
                        message.emulator(), message.arch(), message.machine(), message.virttype());
        return new ConnectBaselineHypervisorCpu.Reply(
                hypervisor()
                        .baselineHypervisorCpu(
                                emulator, message.xmlCPUs(), new Flags<>(message.flags())));
    }

    @Override
    public ConnectDomainXmlFromNative.Reply connectDomainXmlFromNative(
            ConnectDomainXmlFromNative message) {
        return new ConnectDomainXmlFromNative.Reply(
                hypervisor()
                        .domainXmlFromNative(
                                message.nativeFormat(), message.nativeConfig(), message.flags()));
    }

    @Override
    public ConnectDomainXmlToNative.Reply connectDomainXmlToNative(
            ConnectDomainXmlToNative message) {
        return new ConnectDomainXmlToNative.Reply(
                hypervisor()
                        .domainXmlToNative(
                                message.nativeFormat(), message.domainXml(), message.flags()));
    }

    /// The daemon itself has to know: libvirt's takes any flags.
    @Override
    public void connectSetIdentity(ConnectSetIdentity message) {
        session.connection();
        session.access().identify(ClientIdentity.told(Parameters.local(message.params())));
    }
}
