package dev.jvirt.tests.bench.volume;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.StorageVolumeDriver;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.storage.StorageVolumeDownloadFlag;
import dev.jvirt.api.storage.StorageVolumeId;
import dev.jvirt.api.storage.StorageVolumeUploadFlag;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Files by their path.
final class FileVolumeDriver implements StorageVolumeDriver {
    @Override
    public StorageVolumeId lookupByPath(String path) {
        if (!Files.isRegularFile(Path.of(path))) {
            throw new LibvirtException(
                    ErrorDomain.STORAGE,
                    ErrorCode.NO_STORAGE_VOL,
                    "no storage vol with matching path '%s'".formatted(path));
        }
        return new StorageVolumeId("files", path, path);
    }

    @Override
    public StreamChannel upload(
            StorageVolumeId volume,
            long offset,
            long length,
            Flags<StorageVolumeUploadFlag> flags) {
        boolean sparse = flags.has(StorageVolumeUploadFlag.SPARSE_STREAM);
        return new FileChannelStream(
                open(volume, offset, StandardOpenOption.WRITE), length, sparse);
    }

    @Override
    public StreamChannel download(
            StorageVolumeId volume,
            long offset,
            long length,
            Flags<StorageVolumeDownloadFlag> flags) {
        boolean sparse = flags.has(StorageVolumeDownloadFlag.SPARSE_STREAM);
        return new FileChannelStream(open(volume, offset, StandardOpenOption.READ), length, sparse);
    }

    private static FileChannel open(StorageVolumeId volume, long offset, OpenOption option) {
        try {
            return FileChannel.open(Path.of(volume.key()), option).position(offset);
        } catch (IOException e) {
            throw FileChannelStream.failed("cannot open", e);
        }
    }
}
