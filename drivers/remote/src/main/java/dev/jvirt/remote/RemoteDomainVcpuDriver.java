package dev.jvirt.remote;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainVcpuFlag;
import dev.jvirt.api.domain.IoThreadInfo;
import dev.jvirt.api.domain.VcpuInfo;
import dev.jvirt.api.domain.VcpuState;
import dev.jvirt.api.driver.DomainVcpuDriver;
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
import dev.jvirt.protocol.domain.DomainVcpuCallsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Virtual CPUs and other threads of domains of the far host.
record RemoteDomainVcpuDriver(RemoteCaller caller) implements DomainVcpuDriver {

    private DomainVcpuCallsClient calls() {
        return new DomainVcpuCallsClient(caller);
    }

    @Override
    public void setCount(DomainId domain, int vcpus) {
        calls().domainSetVcpus(new DomainSetVcpus(Identities.remote(domain), vcpus));
    }

    @Override
    public void setCount(DomainId domain, int vcpus, Flags<DomainVcpuFlag> flags) {
        calls().domainSetVcpusFlags(
                        new DomainSetVcpusFlags(Identities.remote(domain), vcpus, flags.bits()));
    }

    @Override
    public int count(DomainId domain, Flags<DomainVcpuFlag> flags) {
        var call = new DomainGetVcpusFlags(Identities.remote(domain), flags.bits());
        return calls().domainGetVcpusFlags(call).num();
    }

    @Override
    public void setOnline(
            DomainId domain, String vcpus, boolean online, Flags<DomainAffectFlag> flags) {
        calls().domainSetVcpu(
                        new DomainSetVcpu(
                                Identities.remote(domain), vcpus, online ? 1 : 0, flags.bits()));
    }

    @Override
    public List<VcpuInfo> list(DomainId domain) {
        CpuMapRoom room = CpuMapRoom.of(caller);
        var reply = vcpus(domain, room);
        while (room.isFilledBy(reply.info().size())) {
            room = room.more();
            reply = vcpus(domain, room);
        }
        List<CpuMap> maps = CpuMaps.local(reply.cpumaps(), reply.info().size(), room.length());
        var vcpus = new ArrayList<VcpuInfo>(maps.size());
        for (int i = 0; i < maps.size(); i++) {
            var info = reply.info().get(i);
            var state = VcpuState.of(info.state());
            vcpus.add(new VcpuInfo(info.number(), state, info.cpuTime(), info.cpu(), maps.get(i)));
        }
        return vcpus;
    }

    private DomainGetVcpus.Reply vcpus(DomainId domain, CpuMapRoom room) {
        return calls().domainGetVcpus(
                        new DomainGetVcpus(
                                Identities.remote(domain), room.entries(), room.length()));
    }

    @Override
    public void pin(DomainId domain, int vcpu, CpuMap cpus) {
        calls().domainPinVcpu(
                        new DomainPinVcpu(Identities.remote(domain), vcpu, CpuMaps.remote(cpus)));
    }

    @Override
    public void pin(DomainId domain, int vcpu, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        calls().domainPinVcpuFlags(
                        new DomainPinVcpuFlags(
                                Identities.remote(domain),
                                vcpu,
                                CpuMaps.remote(cpus),
                                flags.bits()));
    }

    @Override
    public List<CpuMap> pins(DomainId domain, Flags<DomainAffectFlag> flags) {
        CpuMapRoom room = CpuMapRoom.of(caller);
        var reply = pins(domain, room, flags);
        while (room.isFilledBy(reply.num())) {
            room = room.more();
            reply = pins(domain, room, flags);
        }
        return CpuMaps.local(reply.cpumaps(), reply.num(), room.length());
    }

    private DomainGetVcpuPinInfo.Reply pins(
            DomainId domain, CpuMapRoom room, Flags<DomainAffectFlag> flags) {
        return calls().domainGetVcpuPinInfo(
                        new DomainGetVcpuPinInfo(
                                Identities.remote(domain),
                                room.entries(),
                                room.length(),
                                flags.bits()));
    }

    @Override
    public void pinEmulator(DomainId domain, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        calls().domainPinEmulator(
                        new DomainPinEmulator(
                                Identities.remote(domain), CpuMaps.remote(cpus), flags.bits()));
    }

    @Override
    public Optional<CpuMap> emulatorPin(DomainId domain, Flags<DomainAffectFlag> flags) {
        var call =
                new DomainGetEmulatorPinInfo(
                        Identities.remote(domain), CpuMapRoom.hostLength(caller), flags.bits());
        var reply = calls().domainGetEmulatorPinInfo(call);
        return reply.ret() == 0 ? Optional.empty() : Optional.of(CpuMaps.local(reply.cpumaps()));
    }

    @Override
    public List<IoThreadInfo> ioThreads(DomainId domain, Flags<DomainAffectFlag> flags) {
        var call = new DomainGetIothreadInfo(Identities.remote(domain), flags.bits());
        return calls().domainGetIothreadInfo(call).info().stream()
                .map(info -> new IoThreadInfo(info.iothreadId(), CpuMaps.local(info.cpumap())))
                .toList();
    }

    @Override
    public void pinIoThread(
            DomainId domain, int thread, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        calls().domainPinIothread(
                        new DomainPinIothread(
                                Identities.remote(domain),
                                thread,
                                CpuMaps.remote(cpus),
                                flags.bits()));
    }

    @Override
    public void addIoThread(DomainId domain, int thread, Flags<DomainAffectFlag> flags) {
        calls().domainAddIothread(
                        new DomainAddIothread(Identities.remote(domain), thread, flags.bits()));
    }

    @Override
    public void deleteIoThread(DomainId domain, int thread, Flags<DomainAffectFlag> flags) {
        calls().domainDelIothread(
                        new DomainDelIothread(Identities.remote(domain), thread, flags.bits()));
    }

    @Override
    public void setIoThreadParameters(
            DomainId domain,
            int thread,
            TypedParameters parameters,
            Flags<DomainAffectFlag> flags) {
        calls().domainSetIothreadParams(
                        new DomainSetIothreadParams(
                                Identities.remote(domain),
                                thread,
                                Parameters.remote(parameters),
                                flags.bits()));
    }
}
