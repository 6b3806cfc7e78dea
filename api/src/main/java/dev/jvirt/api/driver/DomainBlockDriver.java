package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
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
import dev.jvirt.api.domain.DomainId;
import java.util.List;
import java.util.Optional;

/// What a driver can do with the disks of domains. A driver overrides what it supports; the
/// rest answers NO_SUPPORT.
public interface DomainBlockDriver {
    /// What the disk has read and written. An empty name means all disks together.
    @Since("0.3.2")
    default BlockStats stats(DiskId disk) {
        throw unsupported("virDomainBlockStats");
    }

    /// The same as parameters, and what the hypervisor counts beside it. `flags` must be 0.
    @Since("0.9.5")
    default TypedParameters statistics(DiskId disk, int flags) {
        throw unsupported("virDomainBlockStatsFlags");
    }

    /// Reads the contents. `flags` must be 0.
    ///
    /// @param offset in bytes
    /// @return exactly `size` bytes
    @Since("0.4.2")
    default byte[] peek(DiskId disk, long offset, int size, int flags) {
        throw unsupported("virDomainBlockPeek");
    }

    /// The sizes. `flags` must be 0.
    @Since("0.8.1")
    default BlockInfo info(DiskId disk, int flags) {
        throw unsupported("virDomainGetBlockInfo");
    }

    /// Changes the capacity.
    ///
    /// @param size in KiB, in bytes with BYTES
    @Since("0.9.8")
    default void resize(DiskId disk, long size, Flags<DomainBlockResizeFlag> flags) {
        throw unsupported("virDomainBlockResize");
    }

    /// The disks that stopped because of an error. `flags` must be 0.
    @Since("0.9.10")
    default List<DiskError> errors(DomainId domain, int flags) {
        throw unsupported("virDomainGetDiskErrors");
    }

    /// Limits what the disk may read and write.
    @Since("0.9.8")
    default void setIoTune(DiskId disk, TypedParameters limits, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetBlockIoTune");
    }

    /// The limits of what the disk may read and write.
    @Since("0.9.8")
    default TypedParameters ioTune(DiskId disk, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetBlockIoTune");
    }

    /// How many limits [#ioTune] tells, for any disk.
    @Since("0.9.8")
    default int ioTuneSize(DomainId domain, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainGetBlockIoTune");
    }

    /// Makes a group of limits that disks share, or gives it others.
    @Since("11.2.0")
    default void setThrottleGroup(
            DomainId domain, String group, TypedParameters limits, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainSetThrottleGroup");
    }

    /// Removes a group of limits that no disk uses.
    @Since("11.2.0")
    default void deleteThrottleGroup(DomainId domain, String group, Flags<DomainAffectFlag> flags) {
        throw unsupported("virDomainDelThrottleGroup");
    }

    /// Announces once that the guest has written beyond `threshold` bytes. `flags` must be 0.
    @Since("3.1.0")
    default void setThreshold(DiskId disk, long threshold, int flags) {
        throw unsupported("virDomainSetBlockThreshold");
    }

    /// Starts to copy all data from the backing files up into the disk.
    @Since("0.9.4")
    default void pull(DiskId disk, long bandwidth, Flags<DomainBlockPullFlag> flags) {
        throw unsupported("virDomainBlockPull");
    }

    /// Starts to copy data up so that `base` becomes the backing file, or to copy the disk to
    /// `base`.
    @Since("0.9.10")
    default void rebase(
            DiskId disk,
            Optional<String> base,
            long bandwidth,
            Flags<DomainBlockRebaseFlag> flags) {
        throw unsupported("virDomainBlockRebase");
    }

    /// Starts to copy the disk to another place.
    ///
    /// @param destination a `<disk>` document
    @Since("1.2.8")
    default void copy(
            DiskId disk,
            String destination,
            TypedParameters parameters,
            Flags<DomainBlockCopyFlag> flags) {
        throw unsupported("virDomainBlockCopy");
    }

    /// Starts to merge upper files of the disk down into lower ones.
    @Since("0.10.2")
    default void commit(DiskId disk, BlockCommit layers, Flags<DomainBlockCommitFlag> flags) {
        throw unsupported("virDomainBlockCommit");
    }

    /// The job on the disk, if there is one.
    @Since("0.9.4")
    default Optional<BlockJob> job(DiskId disk, Flags<DomainBlockJobInfoFlag> flags) {
        throw unsupported("virDomainGetBlockJobInfo");
    }

    /// Limits the job on the disk.
    @Since("0.9.4")
    default void setJobSpeed(DiskId disk, long bandwidth, Flags<DomainBlockJobSpeedFlag> flags) {
        throw unsupported("virDomainBlockJobSetSpeed");
    }

    /// Ends the job on the disk.
    @Since("0.9.4")
    default void abortJob(DiskId disk, Flags<DomainBlockJobAbortFlag> flags) {
        throw unsupported("virDomainBlockJobAbort");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
