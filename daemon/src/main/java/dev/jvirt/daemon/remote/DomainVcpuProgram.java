package dev.jvirt.daemon.remote;

import dev.jvirt.api.CpuMap;
import dev.jvirt.api.DomainVcpus;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
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
import dev.jvirt.protocol.domain.DomainVcpuCalls.IoThreadInfo;
import dev.jvirt.protocol.domain.DomainVcpuCalls.VcpuInfo;
import dev.jvirt.protocol.domain.DomainVcpuCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import java.util.ArrayList;

/// Virtual CPUs and other threads of domains.
record DomainVcpuProgram(RemoteSession session) implements DomainVcpuCallsHandler {
    /// `REMOTE_IOTHREAD_INFO_MAX`
    private static final int IO_THREADS_MAX = 16_384;

    private DomainVcpus vcpus(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).vcpus();
    }

    /// For a call whose arguments may be senseless.
    private DomainVcpus writable(RemoteDomain named, String function) {
        session.writable(ErrorDomain.DOMAIN, function);
        return vcpus(named);
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
        String function = "virDomainSetVcpu";
        var vcpus = writable(message.domain(), function);
        boolean online =
                switch (message.state()) {
                    case 0 -> false;
                    case 1 -> true;
                    default ->
                            throw LibvirtException.invalidArgument(
                                    ErrorDomain.DOMAIN,
                                    function,
                                    "state",
                                    "unsupported state '%d'".formatted(message.state()));
                };
        vcpus.setOnline(message.cpumap(), online, new Flags<>(message.flags()));
    }

    @Override
    public DomainGetVcpus.Reply domainGetVcpus(DomainGetVcpus message) {
        var vcpus = vcpus(message.domain());
        var asked =
                MapsAsked.of("virDomainGetVcpus", "maxinfo", message.maxinfo(), message.maplen());
        if (message.maplen() < 0) {
            throw asked.refused("maplen", "maplen in virDomainGetVcpus must not be zero");
        }
        var infos = new ArrayList<VcpuInfo>();
        var maps = new ArrayList<CpuMap>();
        for (var info : asked.first(vcpus.list())) {
            infos.add(new VcpuInfo(info.number(), info.state().code(), info.cpuTime(), info.cpu()));
            maps.add(info.cpus());
        }
        return new DomainGetVcpus.Reply(infos, asked.sent(maps));
    }

    @Override
    public void domainPinVcpu(DomainPinVcpu message) {
        var vcpus = writable(message.domain(), "virDomainPinVcpu");
        vcpus.pin(message.vcpu(), map("virDomainPinVcpu", message.cpumap()));
    }

    @Override
    public void domainPinVcpuFlags(DomainPinVcpuFlags message) {
        var vcpus = writable(message.domain(), "virDomainPinVcpuFlags");
        vcpus.pin(
                message.vcpu(),
                map("virDomainPinVcpuFlags", message.cpumap()),
                new Flags<>(message.flags()));
    }

    @Override
    public DomainGetVcpuPinInfo.Reply domainGetVcpuPinInfo(DomainGetVcpuPinInfo message) {
        var vcpus = vcpus(message.domain());
        var asked =
                MapsAsked.of(
                                "virDomainGetVcpuPinInfo",
                                "ncpumaps",
                                message.ncpumaps(),
                                message.maplen())
                        .needLength();
        var maps = asked.first(vcpus.pins(new Flags<>(message.flags())));
        return new DomainGetVcpuPinInfo.Reply(asked.sent(maps), maps.size());
    }

    @Override
    public void domainPinEmulator(DomainPinEmulator message) {
        var vcpus = writable(message.domain(), "virDomainPinEmulator");
        vcpus.pinEmulator(
                map("virDomainPinEmulator", message.cpumap()), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetEmulatorPinInfo.Reply domainGetEmulatorPinInfo(
            DomainGetEmulatorPinInfo message) {
        var vcpus = vcpus(message.domain());
        var asked = MapsAsked.of("virDomainGetEmulatorPinInfo", message.maplen());
        var pin = vcpus.emulatorPin(new Flags<>(message.flags()));
        return new DomainGetEmulatorPinInfo.Reply(
                asked.sent(pin.stream().toList()), pin.isPresent() ? 1 : 0);
    }

    @Override
    public DomainGetIothreadInfo.Reply domainGetIothreadInfo(DomainGetIothreadInfo message) {
        var threads = vcpus(message.domain()).ioThreads(new Flags<>(message.flags()));
        ListLimits.sendable(threads, IO_THREADS_MAX, "IOThread");
        int cpus = threads.isEmpty() ? 0 : hostCpus();
        var infos = new ArrayList<IoThreadInfo>(threads.size());
        for (var thread : threads) {
            infos.add(new IoThreadInfo(thread.id(), CpuMaps.remote(thread.cpus(), cpus)));
        }
        return new DomainGetIothreadInfo.Reply(infos, infos.size());
    }

    /// Clients look for all CPUs of the host in maps whose length they did not choose.
    private int hostCpus() {
        try {
            return session.connection().host().cpus(0).present();
        } catch (LibvirtException unknown) {
            return 0;
        }
    }

    @Override
    public void domainPinIothread(DomainPinIothread message) {
        var vcpus = writable(message.domain(), "virDomainPinIOThread");
        vcpus.pinIoThread(
                message.iothreadsId(),
                map("virDomainPinIOThread", message.cpumap()),
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

    /// The map in a call, which must have a byte at least.
    private static CpuMap map(String function, Opaque map) {
        new MapsAsked(function, 1, map.bytes().length).needLength();
        return CpuMaps.local(map);
    }
}
