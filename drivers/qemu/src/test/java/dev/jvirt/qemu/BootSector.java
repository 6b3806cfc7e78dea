package dev.jvirt.qemu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// The smallest guest: a disk whose boot sector greets on the first serial port and echoes what it
/// is sent there.
///
/// A `q` makes it switch the machine off, an `r` makes it reset the machine. In between it halts
/// until the next tick of the clock, so that it needs next to no CPU time.
public final class BootSector {
    public static final String GREETING = "jvirt boot sector";

    private static final int SECTOR = 512;
    private static final int MEBIBYTE = 1024 * 1024;

    private static final byte[] CODE =
            HexFormat.of()
                    .parseHex(
                            "fa31c08ed8" // no interrupts, data segment 0
                                    + "be3b7cbaf803" // the greeting, the first serial port
                                    + "ac84c07403eeebf8" // send until the byte is 0
                                    + "fb" // interrupts
                                    + "f4bafd03eca80174f7" // halt until a byte has come
                                    + "baf803ec" // read it
                                    + "3c717407" // q?
                                    + "3c72740c" // r?
                                    + "eeebe8" // echo it and halt again
                                    + "ba0406b80020efebdf" // ACPI: soft off
                                    + "b0fee664ebd9"); // keyboard controller: reset

    private BootSector() {}

    /// Writes the disk.
    public static Path write(Path image) {
        byte[] disk = new byte[MEBIBYTE];
        System.arraycopy(CODE, 0, disk, 0, CODE.length);
        byte[] greeting = (GREETING + "\r\n").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(greeting, 0, disk, CODE.length, greeting.length);
        disk[SECTOR - 2] = 0x55;
        disk[SECTOR - 1] = (byte) 0xaa;
        try {
            return Files.write(image, disk);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
