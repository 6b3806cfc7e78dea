package dev.jvirt.protocol.domain;

import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Max;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.protocol.wire.Procedure;
import dev.jvirt.protocol.wire.Program;
import dev.jvirt.protocol.wire.Struct;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.Wire;
import java.util.List;
import java.util.Optional;

/// The disks of a domain: what they do, their jobs and limits.
@Wire(Program.REMOTE)
public interface DomainBlockCalls {
    /// virDomainBlockStats
    @Procedure(number = 64, acl = "domain:read")
    record DomainBlockStats(RemoteDomain domain, String path) {
        public record Reply(long rdReq, long rdBytes, long wrReq, long wrBytes, long errs) {}
    }

    /// virDomainBlockStatsFlags; `nparams` 0 asks for their number, which else comes back as 0.
    @Procedure(number = 243, acl = "domain:read")
    record DomainBlockStatsFlags(RemoteDomain domain, String path, int nparams, int flags) {
        public record Reply(@Max(16) List<TypedParameter> params, int nparams) {}
    }

    /// virDomainBlockPeek
    @Procedure(number = 103, acl = "domain:block_read")
    record DomainBlockPeek(RemoteDomain domain, String path, long offset, int size, int flags) {
        public record Reply(@Max(4194304) Opaque buffer) {}
    }

    /// virDomainGetBlockInfo
    @Procedure(number = 194, acl = "domain:read")
    record DomainGetBlockInfo(RemoteDomain domain, String path, int flags) {
        public record Reply(long allocation, long capacity, long physical) {}
    }

    /// virDomainBlockResize
    @Procedure(number = 251, acl = "domain:block_write")
    record DomainBlockResize(RemoteDomain domain, String disk, long size, int flags) {}

    /// virDomainGetDiskErrors; `maxerrors` 0 asks for their number.
    @Procedure(number = 263, acl = "domain:read")
    record DomainGetDiskErrors(RemoteDomain domain, int maxerrors, int flags) {
        public record Reply(@Max(256) List<DiskError> errors, int nerrors) {}
    }

    /// virDomainSetBlockIoTune
    @Procedure(
            number = 252,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetBlockIoTune(
            RemoteDomain domain, String disk, @Max(32) List<TypedParameter> params, int flags) {}

    /// virDomainGetBlockIoTune; `nparams` 0 asks for their number, which else comes back as 0.
    @Procedure(number = 253, acl = "domain:read")
    record DomainGetBlockIoTune(
            RemoteDomain domain, Optional<String> disk, int nparams, int flags) {
        public record Reply(@Max(32) List<TypedParameter> params, int nparams) {}
    }

    /// virDomainSetThrottleGroup
    @Procedure(
            number = 451,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainSetThrottleGroup(
            RemoteDomain domain, String group, @Max(32) List<TypedParameter> params, int flags) {}

    /// virDomainDelThrottleGroup
    @Procedure(
            number = 452,
            acl = {
                "domain:write",
                "domain:save:!VIR_DOMAIN_AFFECT_CONFIG|VIR_DOMAIN_AFFECT_LIVE",
                "domain:save:VIR_DOMAIN_AFFECT_CONFIG"
            })
    record DomainDelThrottleGroup(RemoteDomain domain, Optional<String> group, int flags) {}

    /// virDomainSetBlockThreshold
    @Procedure(number = 386, acl = "domain:write")
    record DomainSetBlockThreshold(RemoteDomain domain, String dev, long threshold, int flags) {}

    /// virDomainBlockPull
    @Procedure(number = 240, acl = "domain:block_write")
    record DomainBlockPull(RemoteDomain domain, String path, long bandwidth, int flags) {}

    /// virDomainBlockRebase
    @Procedure(number = 266, acl = "domain:block_write")
    record DomainBlockRebase(
            RemoteDomain domain, String path, Optional<String> base, long bandwidth, int flags) {}

    /// virDomainBlockCopy
    @Procedure(number = 345, acl = "domain:block_write")
    record DomainBlockCopy(
            RemoteDomain domain,
            String path,
            String destxml,
            @Max(16) List<TypedParameter> params,
            int flags) {}

    /// virDomainBlockCommit
    @Procedure(number = 290, acl = "domain:block_write")
    record DomainBlockCommit(
            RemoteDomain domain,
            String disk,
            Optional<String> base,
            Optional<String> top,
            long bandwidth,
            int flags) {}

    /// virDomainGetBlockJobInfo; `found` is 0 if there is no job.
    @Procedure(number = 238, acl = "domain:read")
    record DomainGetBlockJobInfo(RemoteDomain domain, String path, int flags) {
        public record Reply(int found, int type, long bandwidth, long cur, long end) {}
    }

    /// virDomainBlockJobSetSpeed
    @Procedure(number = 239, acl = "domain:write")
    record DomainBlockJobSetSpeed(RemoteDomain domain, String path, long bandwidth, int flags) {}

    /// virDomainBlockJobAbort
    @Procedure(number = 237, acl = "domain:write")
    record DomainBlockJobAbort(RemoteDomain domain, String path, int flags) {}

    /// A disk that is stopped by an error.
    @Struct("remote_domain_disk_error")
    record DiskError(String disk, int error) {}
}
