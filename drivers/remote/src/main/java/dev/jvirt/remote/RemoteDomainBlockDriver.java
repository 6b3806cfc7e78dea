package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.BlockCommit;
import dev.jvirt.api.domain.BlockInfo;
import dev.jvirt.api.domain.BlockJob;
import dev.jvirt.api.domain.BlockJobType;
import dev.jvirt.api.domain.BlockStats;
import dev.jvirt.api.domain.DiskError;
import dev.jvirt.api.domain.DiskErrorCode;
import dev.jvirt.api.domain.DiskId;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainBlockCommitFlag;
import dev.jvirt.api.domain.DomainBlockCopyFlag;
import dev.jvirt.api.domain.DomainBlockJobAbortFlag;
import dev.jvirt.api.domain.DomainBlockJobInfoFlag;
import dev.jvirt.api.domain.DomainBlockJobSpeedFlag;
import dev.jvirt.api.domain.DomainBlockPullFlag;
import dev.jvirt.api.domain.DomainBlockRebaseFlag;
import dev.jvirt.api.domain.DomainBlockResizeFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.driver.DomainBlockDriver;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.bridge.StringParameters;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockCommit;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockCopy;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockJobAbort;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockJobSetSpeed;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockPeek;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockPull;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockRebase;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockResize;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockStats;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainBlockStatsFlags;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainDelThrottleGroup;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainGetBlockInfo;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainGetBlockIoTune;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainGetBlockJobInfo;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainGetDiskErrors;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainSetBlockIoTune;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainSetBlockThreshold;
import dev.jvirt.protocol.domain.DomainBlockCalls.DomainSetThrottleGroup;
import dev.jvirt.protocol.domain.DomainBlockCallsClient;
import dev.jvirt.protocol.remote.RemoteDomain;
import java.util.List;
import java.util.Optional;

/// Disks of domains of the far host. Where libvirt's own client asks how many values there are
/// before it asks for them, this one asks for as many as there may be.
record RemoteDomainBlockDriver(RemoteCaller caller) implements DomainBlockDriver {
    /// `REMOTE_DOMAIN_BLOCK_PEEK_BUFFER_MAX`
    private static final int PEEK_MAX = 4_194_304;

    /// `REMOTE_DOMAIN_BLOCK_STATS_PARAMETERS_MAX`
    private static final int STATISTICS_MAX = 16;

    /// `REMOTE_DOMAIN_BLOCK_IO_TUNE_PARAMETERS_MAX`
    private static final int IO_TUNE_MAX = 32;

    /// `REMOTE_DOMAIN_DISK_ERRORS_MAX`
    private static final int ERRORS_MAX = 256;

    private DomainBlockCallsClient calls() {
        return new DomainBlockCallsClient(caller);
    }

    private static RemoteDomain domain(DiskId disk) {
        return Identities.remote(disk.domain());
    }

    @Override
    public BlockStats stats(DiskId disk) {
        var stats = calls().domainBlockStats(new DomainBlockStats(domain(disk), disk.disk()));
        return new BlockStats(
                stats.rdReq(), stats.rdBytes(), stats.wrReq(), stats.wrBytes(), stats.errs());
    }

    @Override
    public TypedParameters statistics(DiskId disk, int flags) {
        var call =
                new DomainBlockStatsFlags(
                        domain(disk),
                        disk.disk(),
                        STATISTICS_MAX,
                        StringParameters.accepted(flags));
        return Parameters.local(calls().domainBlockStatsFlags(call).params());
    }

    @Override
    public byte[] peek(DiskId disk, long offset, int size, int flags) {
        if (Integer.compareUnsigned(size, PEEK_MAX) > 0) {
            throw refused(
                    "block peek request too large for remote protocol, %s > %d"
                            .formatted(Integer.toUnsignedString(size), PEEK_MAX));
        }
        var call = new DomainBlockPeek(domain(disk), disk.disk(), offset, size, flags);
        byte[] bytes = calls().domainBlockPeek(call).buffer().bytes();
        if (bytes.length != size) {
            throw refused("returned buffer is not same size as requested");
        }
        return bytes;
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(ErrorDomain.REMOTE, ErrorCode.RPC, detail);
    }

    @Override
    public BlockInfo info(DiskId disk, int flags) {
        var info =
                calls().domainGetBlockInfo(
                                new DomainGetBlockInfo(domain(disk), disk.disk(), flags));
        return new BlockInfo(info.capacity(), info.allocation(), info.physical());
    }

    @Override
    public void resize(DiskId disk, long size, Flags<DomainBlockResizeFlag> flags) {
        calls().domainBlockResize(
                        new DomainBlockResize(domain(disk), disk.disk(), size, flags.bits()));
    }

    @Override
    public List<DiskError> errors(DomainId domain, int flags) {
        var call = new DomainGetDiskErrors(Identities.remote(domain), ERRORS_MAX, flags);
        return calls().domainGetDiskErrors(call).errors().stream()
                .map(error -> new DiskError(error.disk(), DiskErrorCode.of(error.error())))
                .toList();
    }

    @Override
    public void setIoTune(DiskId disk, TypedParameters limits, Flags<DomainAffectFlag> flags) {
        calls().domainSetBlockIoTune(
                        new DomainSetBlockIoTune(
                                domain(disk),
                                disk.disk(),
                                Parameters.remote(limits),
                                flags.bits()));
    }

    @Override
    public TypedParameters ioTune(DiskId disk, Flags<DomainAffectFlag> flags) {
        var call =
                new DomainGetBlockIoTune(
                        domain(disk),
                        Optional.of(disk.disk()),
                        IO_TUNE_MAX,
                        StringParameters.accepted(flags.bits()));
        return Parameters.local(calls().domainGetBlockIoTune(call).params());
    }

    @Override
    public int ioTuneSize(DomainId domain, Flags<DomainAffectFlag> flags) {
        var call =
                new DomainGetBlockIoTune(
                        Identities.remote(domain),
                        Optional.empty(),
                        0,
                        StringParameters.accepted(flags.bits()));
        return calls().domainGetBlockIoTune(call).nparams();
    }

    @Override
    public void setThrottleGroup(
            DomainId domain, String group, TypedParameters limits, Flags<DomainAffectFlag> flags) {
        calls().domainSetThrottleGroup(
                        new DomainSetThrottleGroup(
                                Identities.remote(domain),
                                group,
                                Parameters.remote(limits),
                                flags.bits()));
    }

    @Override
    public void deleteThrottleGroup(DomainId domain, String group, Flags<DomainAffectFlag> flags) {
        calls().domainDelThrottleGroup(
                        new DomainDelThrottleGroup(
                                Identities.remote(domain), Optional.of(group), flags.bits()));
    }

    @Override
    public void setThreshold(DiskId disk, long threshold, int flags) {
        calls().domainSetBlockThreshold(
                        new DomainSetBlockThreshold(domain(disk), disk.disk(), threshold, flags));
    }

    @Override
    public void pull(DiskId disk, long bandwidth, Flags<DomainBlockPullFlag> flags) {
        calls().domainBlockPull(
                        new DomainBlockPull(domain(disk), disk.disk(), bandwidth, flags.bits()));
    }

    @Override
    public void rebase(
            DiskId disk,
            Optional<String> base,
            long bandwidth,
            Flags<DomainBlockRebaseFlag> flags) {
        calls().domainBlockRebase(
                        new DomainBlockRebase(
                                domain(disk), disk.disk(), base, bandwidth, flags.bits()));
    }

    @Override
    public void copy(
            DiskId disk,
            String destination,
            TypedParameters parameters,
            Flags<DomainBlockCopyFlag> flags) {
        calls().domainBlockCopy(
                        new DomainBlockCopy(
                                domain(disk),
                                disk.disk(),
                                destination,
                                Parameters.remote(parameters),
                                flags.bits()));
    }

    @Override
    public void commit(DiskId disk, BlockCommit layers, Flags<DomainBlockCommitFlag> flags) {
        calls().domainBlockCommit(
                        new DomainBlockCommit(
                                domain(disk),
                                disk.disk(),
                                layers.base(),
                                layers.top(),
                                layers.bandwidth(),
                                flags.bits()));
    }

    @Override
    public Optional<BlockJob> job(DiskId disk, Flags<DomainBlockJobInfoFlag> flags) {
        var job =
                calls().domainGetBlockJobInfo(
                                new DomainGetBlockJobInfo(domain(disk), disk.disk(), flags.bits()));
        return job.found() == 0
                ? Optional.empty()
                : Optional.of(
                        new BlockJob(
                                BlockJobType.of(job.type()),
                                job.bandwidth(),
                                job.cur(),
                                job.end()));
    }

    @Override
    public void setJobSpeed(DiskId disk, long bandwidth, Flags<DomainBlockJobSpeedFlag> flags) {
        calls().domainBlockJobSetSpeed(
                        new DomainBlockJobSetSpeed(
                                domain(disk), disk.disk(), bandwidth, flags.bits()));
    }

    @Override
    public void abortJob(DiskId disk, Flags<DomainBlockJobAbortFlag> flags) {
        calls().domainBlockJobAbort(
                        new DomainBlockJobAbort(domain(disk), disk.disk(), flags.bits()));
    }
}
