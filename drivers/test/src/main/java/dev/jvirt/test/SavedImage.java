package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// A file with the state of a guest, as C's test driver writes it: a mark, the length of the
/// document in four bytes, the document.
record SavedImage(Path file) {
    private static final byte[] MARK = "TestGuestMagic\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 8192 * 1024;

    void write(String domain, String document) {
        byte[] text = document.getBytes(StandardCharsets.UTF_8);
        var image =
                ByteBuffer.allocate(MARK.length + Integer.BYTES + text.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(MARK)
                        .putInt(text.length)
                        .put(text);
        try {
            Files.write(file, image.array());
        } catch (IOException failure) {
            throw failed(
                    "saving domain '%s' to '%s': open failed".formatted(domain, file), failure);
        }
    }

    /// Writes what a guest without memory leaves behind when it is dumped.
    void dump(String domain) {
        try {
            Files.write(file, MARK);
        } catch (IOException failure) {
            throw failed(
                    "domain '%s' coredump: failed to open %s".formatted(domain, file), failure);
        }
    }

    /// The document in it.
    String document() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] mark = in.readNBytes(MARK.length);
            if (mark.length != MARK.length) {
                throw incomplete("incomplete save header in '%s'");
            }
            if (!Arrays.equals(mark, MARK)) {
                throw TestErrors.internal("mismatched header magic");
            }
            byte[] length = in.readNBytes(Integer.BYTES);
            if (length.length != Integer.BYTES) {
                throw incomplete("failed to read metadata length in '%s'");
            }
            int count = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (count < 1 || count > LONGEST) {
                throw TestErrors.internal("length of metadata out of range");
            }
            byte[] text = in.readNBytes(count);
            if (text.length != count) {
                throw incomplete("incomplete metadata in '%s'");
            }
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw failed("cannot read domain image '%s'".formatted(file), failure);
        }
    }

    private LibvirtException incomplete(String what) {
        return new LibvirtException(
                ErrorDomain.TEST, ErrorCode.SYSTEM_ERROR, what.formatted(file) + ": Success");
    }

    private static LibvirtException failed(String what, IOException failure) {
        return new LibvirtException(
                ErrorDomain.TEST,
                ErrorCode.SYSTEM_ERROR,
                what + ": " + Reason.of(failure),
                failure);
    }
}
