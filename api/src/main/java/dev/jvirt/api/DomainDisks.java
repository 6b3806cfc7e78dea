package dev.jvirt.api;

import dev.jvirt.api.domain.BlockCommit;
import dev.jvirt.api.domain.BlockInfo;
import dev.jvirt.api.domain.BlockJob;
import dev.jvirt.api.domain.BlockStats;
import dev.jvirt.api.domain.DiskError;
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
import dev.jvirt.api.driver.DomainBlockDriver;
import java.util.List;
import java.util.Optional;

/// The disks of a domain: sizes, statistics, jobs on their contents.
///
/// A disk is named by its device in the guest, for example `vda`, or by the path of its source.
/// Most calls want the domain to run: otherwise they throw OPERATION_INVALID. A name that no disk
/// has is an INVALID_ARG.
///
/// Jobs run on after the call that starts them: [#job] tells how far they are, and events tell how
/// they end. A disk has one job at a time.
///
/// @param domain that it belongs to
public record DomainDisks(Domain domain) {
    private DiskId id(String disk) {
        return new DiskId(domain.identity(), disk);
    }

    private DomainBlockDriver reading(String function) {
        return domain.connection().reading(function).domainBlocks();
    }

    private DomainBlockDriver changing(String function) {
        return domain.connection().changing(ErrorDomain.DOMAIN, function).domainBlocks();
    }

    // -- what a disk is and does --

    /// What the disk has read and written (`virDomainBlockStats`).
    ///
    /// @param disk empty for all disks together, if the driver can add them up
    /// @since 0.3.2
    public BlockStats stats(String disk) {
        return reading("virDomainBlockStats").stats(id(disk));
    }

    /// What the disk has read and written, with names like `rd_bytes`, `wr_operations`,
    /// `flush_total_times` (`virDomainBlockStatsFlags`). Times are in nanoseconds.
    ///
    /// @param disk empty for all disks together, if the driver can add them up
    /// @param flags 0
    /// @since 0.9.5
    public TypedParameters statistics(String disk, int flags) {
        return reading("virDomainBlockStatsFlags").statistics(id(disk), flags);
    }

    /// The sizes of the disk (`virDomainGetBlockInfo`).
    ///
    /// @param disk not empty
    /// @param flags 0
    /// @since 0.8.1
    public BlockInfo info(String disk, int flags) {
        DomainBlockDriver driver = reading("virDomainGetBlockInfo");
        new DomainArguments("virDomainGetBlockInfo").notEmpty("disk", disk);
        return driver.info(id(disk), flags);
    }

    /// The disks that stopped because of an error (`virDomainGetDiskErrors`).
    ///
    /// @param flags 0
    /// @since 0.9.10
    public List<DiskError> errors(int flags) {
        return reading("virDomainGetDiskErrors").errors(domain.identity(), flags);
    }

    /// Reads the contents of the disk (`virDomainBlockPeek`).
    ///
    /// @param disk not empty
    /// @param offset where to begin, in bytes
    /// @param size how many bytes; a daemon gives at most 4 MiB at a time
    /// @param flags 0
    /// @since 0.4.2
    public byte[] peek(String disk, long offset, int size, int flags) {
        DomainBlockDriver driver = changing("virDomainBlockPeek");
        new DomainArguments("virDomainBlockPeek").notEmpty("disk", disk);
        return driver.peek(id(disk), offset, size, flags);
    }

    // -- changes --

    /// Changes the capacity of the disk of a running domain (`virDomainBlockResize`).
    ///
    /// @param size in KiB, in bytes with BYTES
    /// @since 0.9.8
    public void resize(String disk, long size, Flags<DomainBlockResizeFlag> flags) {
        changing("virDomainBlockResize").resize(id(disk), size, flags);
    }

    /// The limits of what the disk may read and write, with names like `total_bytes_sec`,
    /// `read_iops_sec_max`, `group_name`; 0 means no limit (`virDomainGetBlockIoTune`).
    ///
    /// @since 0.9.8
    public TypedParameters ioTune(String disk, Flags<DomainAffectFlag> flags) {
        DomainBlockDriver driver = ioTuneDriver(flags);
        return driver.ioTune(id(disk), flags);
    }

    /// How many limits [#ioTune] tells, for any disk.
    ///
    /// @since 0.9.8
    public int ioTuneSize(Flags<DomainAffectFlag> flags) {
        DomainBlockDriver driver = ioTuneDriver(flags);
        return driver.ioTuneSize(domain.identity(), flags);
    }

    private DomainBlockDriver ioTuneDriver(Flags<DomainAffectFlag> flags) {
        String function = "virDomainGetBlockIoTune";
        DomainBlockDriver driver = reading(function);
        new DomainArguments(function).oneImpact(flags);
        return driver;
    }

    /// Limits what the disk may read and write (`virDomainSetBlockIoTune`).
    ///
    /// @param limits at least one; those that are not named are lifted if they are of the same kind
    /// @since 0.9.8
    public void setIoTune(String disk, TypedParameters limits, Flags<DomainAffectFlag> flags) {
        DomainBlockDriver driver = changing("virDomainSetBlockIoTune");
        new DomainArguments("virDomainSetBlockIoTune").positive("nparams", limits.parameters());
        driver.setIoTune(id(disk), limits, flags);
    }

    /// Makes a group of limits that disks share, or gives it others
    /// (`virDomainSetThrottleGroup`). Disks name the groups that hold for them in their
    /// definitions.
    ///
    /// @param limits at least one of those of [#ioTune]
    /// @since 11.2.0
    public void setThrottleGroup(
            String group, TypedParameters limits, Flags<DomainAffectFlag> flags) {
        DomainBlockDriver driver = changing("virDomainSetThrottleGroup");
        new DomainArguments("virDomainSetThrottleGroup").positive("nparams", limits.parameters());
        driver.setThrottleGroup(domain.identity(), group, limits, flags);
    }

    /// Removes a group of limits that no disk uses (`virDomainDelThrottleGroup`).
    ///
    /// @since 11.2.0
    public void deleteThrottleGroup(String group, Flags<DomainAffectFlag> flags) {
        changing("virDomainDelThrottleGroup").deleteThrottleGroup(domain.identity(), group, flags);
    }

    /// Has an event tell, once, that the guest has written beyond a mark
    /// (`virDomainSetBlockThreshold`).
    ///
    /// @param device of the disk or of one of its backing files, for example `vda[1]`
    /// @param threshold in bytes from the start of the file; 0 for none
    /// @param flags 0
    /// @since 3.1.0
    public void setThreshold(String device, long threshold, int flags) {
        changing("virDomainSetBlockThreshold").setThreshold(id(device), threshold, flags);
    }

    // -- jobs --

    /// Starts to copy all data from the backing files up into the disk, which needs them no more in
    /// the end (`virDomainBlockPull`).
    ///
    /// @param bandwidth the limit in MiB/s, in bytes/s with BANDWIDTH_BYTES; 0 for none
    /// @since 0.9.4
    public void pull(String disk, long bandwidth, Flags<DomainBlockPullFlag> flags) {
        changing("virDomainBlockPull").pull(id(disk), bandwidth, flags);
    }

    /// Starts to copy data up into the disk so that `base` becomes its backing file; with COPY
    /// instead, to copy the disk to the file `base` (`virDomainBlockRebase`).
    ///
    /// @param base a path, or for example `vda[2]`; empty for no backing file at all
    /// @param bandwidth the limit in MiB/s, in bytes/s with BANDWIDTH_BYTES; 0 for none
    /// @throws LibvirtException INVALID_ARG with COPY without a base, and with flags of a copy
    /// without COPY
    /// @since 0.9.10
    public void rebase(
            String disk,
            Optional<String> base,
            long bandwidth,
            Flags<DomainBlockRebaseFlag> flags) {
        DomainBlockDriver driver = changing("virDomainBlockRebase");
        checkCopy(base, flags);
        driver.rebase(id(disk), base, bandwidth, flags);
    }

    private static void checkCopy(Optional<String> base, Flags<DomainBlockRebaseFlag> flags) {
        var arguments = new DomainArguments("virDomainBlockRebase");
        if (flags.has(DomainBlockRebaseFlag.COPY)) {
            if (base.isEmpty()) {
                throw arguments.refused("base", "base in virDomainBlockRebase must not be NULL");
            }
        } else if (flags.hasAny(
                DomainBlockRebaseFlag.SHALLOW,
                DomainBlockRebaseFlag.REUSE_EXT,
                DomainBlockRebaseFlag.COPY_RAW,
                DomainBlockRebaseFlag.COPY_DEV)) {
            throw arguments.refused("flags", "use of flags requires a copy job");
        }
    }

    /// Starts to copy the disk to another place, and keeps the copy equal until the job is ended,
    /// with PIVOT to go on with the copy (`virDomainBlockCopy`).
    ///
    /// @param destination a `<disk>` document that describes the copy
    /// @param parameters `bandwidth` in bytes/s, `granularity` and `buf-size` in bytes
    /// @since 1.2.8
    public void copy(
            String disk,
            String destination,
            TypedParameters parameters,
            Flags<DomainBlockCopyFlag> flags) {
        changing("virDomainBlockCopy").copy(id(disk), destination, parameters, flags);
    }

    /// Starts to merge upper files of the disk down into lower ones (`virDomainBlockCommit`). A job
    /// that began with ACTIVE goes on until it is ended, with PIVOT to go on with the lower file.
    ///
    /// @since 0.10.2
    public void commit(String disk, BlockCommit layers, Flags<DomainBlockCommitFlag> flags) {
        changing("virDomainBlockCommit").commit(id(disk), layers, flags);
    }

    /// The job on the disk, if there is one (`virDomainGetBlockJobInfo`).
    ///
    /// @since 0.9.4
    public Optional<BlockJob> job(String disk, Flags<DomainBlockJobInfoFlag> flags) {
        return reading("virDomainGetBlockJobInfo").job(id(disk), flags);
    }

    /// Limits the job on the disk (`virDomainBlockJobSetSpeed`).
    ///
    /// @param bandwidth the limit in MiB/s, in bytes/s with BANDWIDTH_BYTES; 0 for none
    /// @since 0.9.4
    public void setJobSpeed(String disk, long bandwidth, Flags<DomainBlockJobSpeedFlag> flags) {
        changing("virDomainBlockJobSetSpeed").setJobSpeed(id(disk), bandwidth, flags);
    }

    /// Ends the job on the disk (`virDomainBlockJobAbort`), and waits for that unless ASYNC is set.
    ///
    /// @since 0.9.4
    public void abortJob(String disk, Flags<DomainBlockJobAbortFlag> flags) {
        changing("virDomainBlockJobAbort").abortJob(id(disk), flags);
    }
}
