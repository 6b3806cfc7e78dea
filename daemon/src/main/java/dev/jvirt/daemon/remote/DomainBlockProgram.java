package dev.jvirt.daemon.remote;

import dev.jvirt.api.DomainDisks;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.BlockCommit;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.protocol.domain.DomainBlockCalls.DiskError;
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
import dev.jvirt.protocol.domain.DomainBlockCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import java.util.ArrayList;
import java.util.List;

/// Disks of domains.
record DomainBlockProgram(RemoteSession session) implements DomainBlockCallsHandler {
    /// `REMOTE_DOMAIN_BLOCK_PEEK_BUFFER_MAX`
    private static final int PEEK_MAX = 4_194_304;

    /// `REMOTE_DOMAIN_BLOCK_STATS_PARAMETERS_MAX`
    private static final int STATISTICS_MAX = 16;

    /// `REMOTE_DOMAIN_BLOCK_IO_TUNE_PARAMETERS_MAX`
    private static final int IO_TUNE_MAX = 32;

    /// `REMOTE_DOMAIN_DISK_ERRORS_MAX`
    private static final int ERRORS_MAX = 256;

    private DomainDisks disks(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).disks();
    }

    @Override
    public DomainBlockStats.Reply domainBlockStats(DomainBlockStats message) {
        var stats = disks(message.domain()).stats(message.path());
        return new DomainBlockStats.Reply(
                stats.readRequests(),
                stats.readBytes(),
                stats.writeRequests(),
                stats.writeBytes(),
                stats.errors());
    }

    @Override
    public DomainBlockStatsFlags.Reply domainBlockStatsFlags(DomainBlockStatsFlags message) {
        var disks = disks(message.domain());
        var asked = ParametersAsked.of(message.nparams(), message.flags(), STATISTICS_MAX);
        var statistics = disks.statistics(message.path(), asked.flags());
        return new DomainBlockStatsFlags.Reply(asked.sent(statistics), asked.number(statistics));
    }

    @Override
    public DomainBlockPeek.Reply domainBlockPeek(DomainBlockPeek message) {
        var disks = disks(message.domain());
        if (Integer.compareUnsigned(message.size(), PEEK_MAX) > 0) {
            throw WireErrors.internal("size > maximum buffer size");
        }
        byte[] bytes =
                disks.peek(message.path(), message.offset(), message.size(), message.flags());
        return new DomainBlockPeek.Reply(new Opaque(bytes));
    }

    @Override
    public DomainGetBlockInfo.Reply domainGetBlockInfo(DomainGetBlockInfo message) {
        var info = disks(message.domain()).info(message.path(), message.flags());
        return new DomainGetBlockInfo.Reply(info.allocation(), info.capacity(), info.physical());
    }

    @Override
    public void domainBlockResize(DomainBlockResize message) {
        disks(message.domain())
                .resize(message.disk(), message.size(), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetDiskErrors.Reply domainGetDiskErrors(DomainGetDiskErrors message) {
        var disks = disks(message.domain());
        int max = message.maxerrors();
        if (Integer.compareUnsigned(max, ERRORS_MAX) > 0) {
            throw WireErrors.internal("maxerrors too large");
        }
        var found = disks.errors(message.flags());
        if (max == 0) {
            return new DomainGetDiskErrors.Reply(List.of(), found.size());
        }
        var errors = new ArrayList<DiskError>();
        for (var error : found.subList(0, Math.min(max, found.size()))) {
            errors.add(new DiskError(error.disk(), error.error().code()));
        }
        return new DomainGetDiskErrors.Reply(errors, errors.size());
    }

    @Override
    public void domainSetBlockIoTune(DomainSetBlockIoTune message) {
        disks(message.domain())
                .setIoTune(
                        message.disk(),
                        Parameters.local(message.params()),
                        new Flags<>(message.flags()));
    }

    @Override
    public DomainGetBlockIoTune.Reply domainGetBlockIoTune(DomainGetBlockIoTune message) {
        var disks = disks(message.domain());
        var asked = ParametersAsked.of(message.nparams(), message.flags(), IO_TUNE_MAX);
        if (message.nparams() == 0) {
            return new DomainGetBlockIoTune.Reply(
                    List.of(), disks.ioTuneSize(new Flags<>(asked.flags())));
        }
        String disk = message.disk().orElseThrow(DomainBlockProgram::noDisk);
        var limits = disks.ioTune(disk, new Flags<>(asked.flags()));
        return new DomainGetBlockIoTune.Reply(asked.sent(limits), 0);
    }

    private static LibvirtException noDisk() {
        return missing("disk", "virDomainGetBlockIoTune");
    }

    private static LibvirtException missing(String argument, String function) {
        return LibvirtException.invalidArgument(
                ErrorDomain.DOMAIN,
                function,
                argument,
                "%s in %s must not be NULL".formatted(argument, function));
    }

    @Override
    public void domainSetThrottleGroup(DomainSetThrottleGroup message) {
        disks(message.domain())
                .setThrottleGroup(
                        message.group(),
                        Parameters.local(message.params()),
                        new Flags<>(message.flags()));
    }

    @Override
    public void domainDelThrottleGroup(DomainDelThrottleGroup message) {
        String function = "virDomainDelThrottleGroup";
        session.writable(ErrorDomain.DOMAIN, function);
        String group = message.group().orElseThrow(() -> missing("group", function));
        disks(message.domain()).deleteThrottleGroup(group, new Flags<>(message.flags()));
    }

    @Override
    public void domainSetBlockThreshold(DomainSetBlockThreshold message) {
        disks(message.domain()).setThreshold(message.dev(), message.threshold(), message.flags());
    }

    @Override
    public void domainBlockPull(DomainBlockPull message) {
        disks(message.domain())
                .pull(message.path(), message.bandwidth(), new Flags<>(message.flags()));
    }

    @Override
    public void domainBlockRebase(DomainBlockRebase message) {
        disks(message.domain())
                .rebase(
                        message.path(),
                        message.base(),
                        message.bandwidth(),
                        new Flags<>(message.flags()));
    }

    @Override
    public void domainBlockCopy(DomainBlockCopy message) {
        disks(message.domain())
                .copy(
                        message.path(),
                        message.destxml(),
                        Parameters.local(message.params()),
                        new Flags<>(message.flags()));
    }

    @Override
    public void domainBlockCommit(DomainBlockCommit message) {
        disks(message.domain())
                .commit(
                        message.disk(),
                        new BlockCommit(message.base(), message.top(), message.bandwidth()),
                        new Flags<>(message.flags()));
    }

    @Override
    public DomainGetBlockJobInfo.Reply domainGetBlockJobInfo(DomainGetBlockJobInfo message) {
        var job = disks(message.domain()).job(message.path(), new Flags<>(message.flags()));
        return job.map(
                        it ->
                                new DomainGetBlockJobInfo.Reply(
                                        1,
                                        it.type().code(),
                                        it.bandwidth(),
                                        it.current(),
                                        it.end()))
                .orElse(new DomainGetBlockJobInfo.Reply(0, 0, 0, 0, 0));
    }

    @Override
    public void domainBlockJobSetSpeed(DomainBlockJobSetSpeed message) {
        disks(message.domain())
                .setJobSpeed(message.path(), message.bandwidth(), new Flags<>(message.flags()));
    }

    @Override
    public void domainBlockJobAbort(DomainBlockJobAbort message) {
        disks(message.domain()).abortJob(message.path(), new Flags<>(message.flags()));
    }
}
