package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import dev.jvirt.rpc.server.Priority;
import java.util.List;

/// The virtual CPUs of a domain, the other threads that work for it, and the CPUs they may use.
@Wire(Program.REMOTE)
public interface DomainVcpuCalls {
    /// virDomainSetVcpus
    @Procedure(number = 32, acl = "domain:write")
    record DomainSetVcpus(RemoteDomain domain, int nvcpus) {}

    /// virDomainSetVcpusFlags
    @Procedure(
            number = 199,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG",
                "domain:write:VIR_DOMAIN_VCPU_GUEST"
            })
    record DomainSetVcpusFlags(RemoteDomain domain, int nvcpus, int flags) {}

    /// virDomainGetVcpusFlags
    @Procedure(
            number = 200,
            acl = {"domain:read", "domain:write:VIR_DOMAIN_VCPU_GUEST"})
    record DomainGetVcpusFlags(RemoteDomain domain, int flags) {
        public record Reply(int num) {}
    }

    /// virDomainSetVcpu
    @Procedure(
            number = 384,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetVcpu(RemoteDomain domain, String cpumap, int state, int flags) {}

    /// virDomainGetVcpus; `cpumaps` has as many bytes as were asked for, however many entries there
    /// are.
    @Procedure(number = 20, acl = "domain:read", priority = Priority.HIGH)
    record DomainGetVcpus(RemoteDomain domain, int maxinfo, int maplen) {
        public record Reply(@Max(16384) List<VcpuInfo> info, @Max(8388608) Opaque cpumaps) {}
    }

    /// virDomainPinVcpu
    @Procedure(number = 26, acl = "domain:write")
    record DomainPinVcpu(RemoteDomain domain, int vcpu, @Max(2048) Opaque cpumap) {}

    /// virDomainPinVcpuFlags
    @Procedure(
            number = 225,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainPinVcpuFlags(RemoteDomain domain, int vcpu, @Max(2048) Opaque cpumap, int flags) {}

    /// virDomainGetVcpuPinInfo; `cpumaps` has as many bytes as were asked for, however many entries
    /// there are.
    @Procedure(number = 230, acl = "domain:read")
    record DomainGetVcpuPinInfo(RemoteDomain domain, int ncpumaps, int maplen, int flags) {
        public record Reply(@Max(8388608) Opaque cpumaps, int num) {}
    }

    /// virDomainPinEmulator
    @Procedure(
            number = 279,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainPinEmulator(RemoteDomain domain, @Max(2048) Opaque cpumap, int flags) {}

    /// virDomainGetEmulatorPinInfo
    @Procedure(number = 280, acl = "domain:read")
    record DomainGetEmulatorPinInfo(RemoteDomain domain, int maplen, int flags) {
        public record Reply(@Max(8388608) Opaque cpumaps, int ret) {}
    }

    /// virDomainGetIOThreadInfo
    @Procedure(number = 351, acl = "domain:read")
    record DomainGetIothreadInfo(RemoteDomain domain, int flags) {
        public record Reply(@Max(16384) List<IoThreadInfo> info, int ret) {}
    }

    /// virDomainPinIOThread
    @Procedure(
            number = 352,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainPinIothread(
            RemoteDomain domain, int iothreadsId, @Max(2048) Opaque cpumap, int flags) {}

    /// virDomainAddIOThread
    @Procedure(
            number = 355,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainAddIothread(RemoteDomain domain, int iothreadId, int flags) {}

    /// virDomainDelIOThread
    @Procedure(
            number = 356,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainDelIothread(RemoteDomain domain, int iothreadId, int flags) {}

    /// virDomainSetIOThreadParams
    @Procedure(
            number = 402,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetIothreadParams(
            RemoteDomain domain, int iothreadId, @Max(64) List<TypedParameter> params, int flags) {}

    /// What a virtual CPU does; `state` is a virVcpuState.
    @Struct("remote_vcpu_info")
    record VcpuInfo(int number, int state, long cpuTime, int cpu) {}

    /// A thread for disk requests and the CPUs it may use.
    @Struct("remote_domain_iothread_info")
    record IoThreadInfo(int iothreadId, @Max(2048) Opaque cpumap) {}
}
