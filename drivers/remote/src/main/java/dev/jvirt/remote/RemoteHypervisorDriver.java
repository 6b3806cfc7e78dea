package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.driver.HypervisorDriver;
import dev.jvirt.api.host.CpuBaselineFlag;
import dev.jvirt.api.host.CpuCompareFlag;
import dev.jvirt.api.host.CpuCompareResult;
import dev.jvirt.api.host.DomainCapabilitiesFlag;
import dev.jvirt.api.host.EmulatorChoice;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectBaselineCpu;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectBaselineHypervisorCpu;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectCompareCpu;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectCompareHypervisorCpu;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectDomainXmlFromNative;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectDomainXmlToNative;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectGetCpuModelNames;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectGetDomainCapabilities;
import dev.jvirt.protocol.host.HypervisorCalls.ConnectSetIdentity;
import dev.jvirt.protocol.host.HypervisorCallsClient;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDetachFlags;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceDettach;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceReAttach;
import dev.jvirt.protocol.host.NodeDeviceCalls.NodeDeviceReset;
import dev.jvirt.protocol.host.NodeDeviceCallsClient;
import java.util.List;
import java.util.Optional;

/// What the far hypervisor can run.
record RemoteHypervisorDriver(RemoteCaller caller) implements HypervisorDriver {

    private HypervisorCallsClient calls() {
        return new HypervisorCallsClient(caller);
    }

    @Override
    public String domainCapabilities(EmulatorChoice emulator, Flags<DomainCapabilitiesFlag> flags) {
        var call =
                new ConnectGetDomainCapabilities(
                        emulator.emulator(),
                        emulator.architecture(),
                        emulator.machine(),
                        emulator.virtType(),
                        flags.bits());
        return calls().connectGetDomainCapabilities(call).capabilities();
    }

    @Override
    public List<String> cpuModels(String architecture, int flags) {
        var call = new ConnectGetCpuModelNames(architecture, 1, flags);
        return calls().connectGetCpuModelNames(call).models();
    }

    @Override
    public CpuCompareResult compareCpu(String xml, Flags<CpuCompareFlag> flags) {
        var call = new ConnectCompareCpu(xml, flags.bits());
        return CpuCompareResult.of(calls().connectCompareCpu(call).result());
    }

    @Override
    public String baselineCpu(List<String> xmls, Flags<CpuBaselineFlag> flags) {
        return calls().connectBaselineCpu(new ConnectBaselineCpu(xmls, flags.bits())).cpu();
    }

    @Override
    public CpuCompareResult compareHypervisorCpu(
            EmulatorChoice emulator, String xml, Flags<CpuCompareFlag> flags) {
        var call =
                new ConnectCompareHypervisorCpu(
                        emulator.emulator(),
                        emulator.architecture(),
                        emulator.machine(),
                        emulator.virtType(),
                        xml,
                        flags.bits());
        return CpuCompareResult.of(calls().connectCompareHypervisorCpu(call).result());
    }

    @Override
    public String baselineHypervisorCpu(
            EmulatorChoice emulator, List<String> xmls, Flags<CpuBaselineFlag> flags) {
        var call =
                new ConnectBaselineHypervisorCpu(
                        emulator.emulator(),
                        emulator.architecture(),
                        emulator.machine(),
                        emulator.virtType(),
                        xmls,
                        flags.bits());
        return calls().connectBaselineHypervisorCpu(call).cpu();
    }

    @Override
    public String domainXmlFromNative(String format, String config, int flags) {
        var call = new ConnectDomainXmlFromNative(format, config, flags);
        return calls().connectDomainXmlFromNative(call).domainXml();
    }

    @Override
    public String domainXmlToNative(String format, String xml, int flags) {
        var call = new ConnectDomainXmlToNative(format, xml, flags);
        return calls().connectDomainXmlToNative(call).nativeConfig();
    }

    @Override
    public void detachDevice(NodeDeviceId device, Optional<String> driver, int flags) {
        if (driver.isEmpty() && flags == 0) {
            devices().nodeDeviceDettach(new NodeDeviceDettach(device.name()));
        } else {
            devices()
                    .nodeDeviceDetachFlags(new NodeDeviceDetachFlags(device.name(), driver, flags));
        }
    }

    @Override
    public void reattachDevice(NodeDeviceId device) {
        devices().nodeDeviceReAttach(new NodeDeviceReAttach(device.name()));
    }

    @Override
    public void resetDevice(NodeDeviceId device) {
        devices().nodeDeviceReset(new NodeDeviceReset(device.name()));
    }

    private NodeDeviceCallsClient devices() {
        return new NodeDeviceCallsClient(caller);
    }

    @Override
    public void setIdentity(TypedParameters identity, int flags) {
        calls().connectSetIdentity(new ConnectSetIdentity(Parameters.remote(identity), flags));
    }
}
