package dev.jvirt.daemon.remote;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.DomainVcpus;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.VcpuInfo;
import dev.jvirt.bridge.CpuMaps;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainAddIothread;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainDelIothread;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainGetEmulatorPinInfo;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainGetIothreadInfo;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainGetVcpuPinInfo;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainGetVcpus;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainGetVcpusFlags;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainPinEmulator;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainPinIothread;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainPinVcpu;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainPinVcpuFlags;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainSetIothreadParams;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainSetVcpu;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainSetVcpus;
import dev.jvirt.protocol.domain.DomainVcpuCalls.DomainSetVcpusFlags;
import dev.jvirt.protocol.domain.DomainVcpuCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import java.util.List;

/// Processors and I/O threads of domains.
record DomainVcpuProgram(RemoteSession session) implements DomainVcpuCallsHandler {
    /// `REMOTE_CPUMAPS_MAX`
    private static final int MAPS_MAX = 8_388_608;

    private DomainVcpus vcpus(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).vcpus();
    }

    private static CpuMap cpus(Opaque map) {
        return CpuMap.ofBytes(map.bytes());
    }

    @Override
    public void domainSetVcpus(DomainSetVcpus message) {
        vcpus(message.domain()).setCount(message.nvcpus());
    }

    @Override
    public void domainSetVcpusFlags(DomainSetVcpusFlags message) {
        vcpus(message.domain()).setCount(message.nvcpus(), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetVcpusFlags.Reply domainGetVcpusFlags(DomainGetVcpusFlags message) {
        return new DomainGetVcpusFlags.Reply(
                vcpus(message.domain()).count(new Flags<>(message.flags())));
    }

    @Override
    public void domainSetVcpu(DomainSetVcpu message) {
        vcpus(message.domain())
                .setOnline(message.cpumap(), message.state() != 0, new Flags<>(message.flags()));
    }

    @Override
    public DomainGetVcpus.Reply domainGetVcpus(DomainGetVcpus message) {
        var vcpus = vcpus(message.domain());
        checkRoom("maxinfo", message.maxinfo(), message.maplen());
        List<VcpuInfo> found = vcpus.list();
        if (found.size() > message.maxinfo()) {
            found = found.subList(0, message.maxinfo());
        }
        return new DomainGetVcpus.Reply(
                found.stream().map(DomainVcpuProgram::remote).toList(),
                CpuMaps.joined(
                        found.stream().map(VcpuInfo::cpus).toList(),
                        message.maplen(),
                        message.maxinfo()));
    }

    private static dev.jvirt.protocol.domain.DomainVcpuCalls.VcpuInfo remote(VcpuInfo vcpu) {
        return new dev.jvirt.protocol.domain.DomainVcpuCalls.VcpuInfo(
                vcpu.number(), vcpu.state().code(), vcpu.cpuTime(), vcpu.cpu());
    }

    private static void checkRoom(String name, int count, int width) {
        if (count < 0 || count > CpuMaps.VCPUS_MAX) {
            throw WireErrors.internal(name + " > REMOTE_VCPUINFO_MAX");
        }
        if (width < 0 || (long) count * width > MAPS_MAX) {
            throw WireErrors.internal(name + " * maplen > REMOTE_CPUMAPS_MAX");
        }
    }

    @Override
    public void domainPinVcpu(DomainPinVcpu message) {
        vcpus(message.domain()).pin(message.vcpu(), cpus(message.cpumap()));
    }

    @Override
    public void domainPinVcpuFlags(DomainPinVcpuFlags message) {
        vcpus(message.domain())
                .pin(message.vcpu(), cpus(message.cpumap()), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetVcpuPinInfo.Reply domainGetVcpuPinInfo(DomainGetVcpuPinInfo message) {
        var vcpus = vcpus(message.domain());
        checkRoom("ncpumaps", message.ncpumaps(), message.maplen());
        List<CpuMap> pins = vcpus.pins(new Flags<>(message.flags()));
        if (pins.size() > message.ncpumaps()) {
            pins = pins.subList(0, message.ncpumaps());
        }
        return new DomainGetVcpuPinInfo.Reply(
                CpuMaps.joined(pins, message.maplen(), message.ncpumaps()), pins.size());
    }

    @Override
    public void domainPinEmulator(DomainPinEmulator message) {
        vcpus(message.domain()).pinEmulator(cpus(message.cpumap()), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetEmulatorPinInfo.Reply domainGetEmulatorPinInfo(
            DomainGetEmulatorPinInfo message) {
        var vcpus = vcpus(message.domain());
        if (message.maplen() < 0 || message.maplen() > MAPS_MAX) {
            throw WireErrors.internal("maplen > REMOTE_CPUMAPS_MAX");
        }
        var pin = vcpus.emulatorPin(new Flags<>(message.flags()));
        return new DomainGetEmulatorPinInfo.Reply(
                new Opaque(pin.orElse(CpuMap.none()).toBytes(message.maplen())),
                pin.isPresent() ? 1 : 0);
    }

    @Override
    public DomainGetIothreadInfo.Reply domainGetIothreadInfo(DomainGetIothreadInfo message) {
        var threads = vcpus(message.domain()).ioThreads(new Flags<>(message.flags()));
        return new DomainGetIothreadInfo.Reply(
                threads.stream()
                        .map(
                                thread ->
                                        new dev.jvirt.protocol.domain.DomainVcpuCalls.IoThreadInfo(
                                                thread.id(), CpuMaps.remote(thread.cpus())))
                        .toList(),
                threads.size());
    }

    @Override
    public void domainPinIothread(DomainPinIothread message) {
        vcpus(message.domain())
                .pinIoThread(
                        message.iothreadsId(),
                        cpus(message.cpumap()),
                        new Flags<>(message.flags()));
    }

    @Override
    public void domainAddIothread(DomainAddIothread message) {
        vcpus(message.domain()).addIoThread(message.iothreadId(), new Flags<>(message.flags()));
    }

    @Override
    public void domainDelIothread(DomainDelIothread message) {
        vcpus(message.domain()).deleteIoThread(message.iothreadId(), new Flags<>(message.flags()));
    }

    @Override
    public void domainSetIothreadParams(DomainSetIothreadParams message) {
        vcpus(message.domain())
                .setIoThreadParameters(
                        message.iothreadId(),
                        Parameters.local(message.params()),
                        new Flags<>(message.flags()));
    }
}
