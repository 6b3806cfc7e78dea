package dev.jvirt.remote;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
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
import dev.jvirt.protocol.remote.DomainCalls.DomainGetInfo;
import dev.jvirt.protocol.remote.DomainCallsClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/// Processors and I/O threads of domains of the far host.
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
        int width = hostWidth();
        int most = Math.min(vcpus(domain), CpuMaps.most(width));
        var reply =
                calls().domainGetVcpus(new DomainGetVcpus(Identities.remote(domain), most, width));
        List<CpuMap> maps = CpuMaps.split(reply.cpumaps(), width, reply.info().size());
        var vcpus = new ArrayList<VcpuInfo>(reply.info().size());
        for (int i = 0; i < reply.info().size(); i++) {
            var info = reply.info().get(i);
            vcpus.add(
                    new VcpuInfo(
                            info.number(),
                            VcpuState.of(info.state()),
                            info.cpuTime(),
                            info.cpu(),
                            maps.get(i)));
        }
        return vcpus;
    }

    private int vcpus(DomainId domain) {
        var call = new DomainGetInfo(Identities.remote(domain));
        return known(() -> new DomainCallsClient(caller).domainGetInfo(call).nrVirtCpu());
    }

    private int mostVcpus(DomainId domain) {
        return known(() -> count(domain, Flags.of(DomainVcpuFlag.MAXIMUM)));
    }

    /// A number that the far host tells, or the greatest if it cannot tell.
    private static int known(IntSupplier ask) {
        try {
            return ask.getAsInt();
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return CpuMaps.VCPUS_MAX;
            }
            throw e;
        }
    }

    /// The bytes of a map of the processors that the far host has; a guess that is large enough if
    /// that cannot be told.
    private int hostWidth() {
        try {
            int cpus = new RemoteHostResourceDriver(caller).cpus(0).present();
            return Math.max(1, (cpus + 7) / 8);
        } catch (LibvirtException e) {
            if (e.code() == ErrorCode.NO_SUPPORT) {
                return CpuMaps.USUAL_WIDTH;
            }
            throw e;
        }
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
        int width = hostWidth();
        var reply =
                calls().domainGetVcpuPinInfo(
                                new DomainGetVcpuPinInfo(
                                        Identities.remote(domain),
                                        Math.min(mostVcpus(domain), CpuMaps.most(width)),
                                        width,
                                        flags.bits()));
        return CpuMaps.split(reply.cpumaps(), width, reply.num());
    }

    @Override
    public void pinEmulator(DomainId domain, CpuMap cpus, Flags<DomainAffectFlag> flags) {
        calls().domainPinEmulator(
                        new DomainPinEmulator(
                                Identities.remote(domain), CpuMaps.remote(cpus), flags.bits()));
    }

    @Override
    public Optional<CpuMap> emulatorPin(DomainId domain, Flags<DomainAffectFlag> flags) {
        var reply =
                calls().domainGetEmulatorPinInfo(
                                new DomainGetEmulatorPinInfo(
                                        Identities.remote(domain), hostWidth(), flags.bits()));
        return reply.ret() == 0
                ? Optional.empty()
                : Optional.of(CpuMap.ofBytes(reply.cpumaps().bytes()));
    }

    @Override
    public List<IoThreadInfo> ioThreads(DomainId domain, Flags<DomainAffectFlag> flags) {
        var call = new DomainGetIothreadInfo(Identities.remote(domain), flags.bits());
        return calls().domainGetIothreadInfo(call).info().stream()
                .map(
                        thread ->
                                new IoThreadInfo(
                                        thread.iothreadId(),
                                        CpuMap.ofBytes(thread.cpumap().bytes())))
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
