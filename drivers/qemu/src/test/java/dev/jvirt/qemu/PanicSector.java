package dev.jvirt.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// A disk whose boot sector reports a panic and halts.
final class PanicSector {
    private static final int SECTOR = 512;
    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] CODE =
            HexFormat.of()
                    .parseHex(
                            "fa" // no interrupts
                                    + "ba0505b001ee" // the port of pvpanic: panicked
                                    + "f4ebfd"); // halt for good

    private PanicSector() {}

    /// Writes the disk.
    static void write(Path image) {
        byte[] disk = new byte[MEBIBYTE];
        System.arraycopy(CODE, 0, disk, 0, CODE.length);
        disk[SECTOR - 2] = 0x55;
        disk[SECTOR - 1] = (byte) 0xaa;
        try {
            Files.write(image, disk);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
