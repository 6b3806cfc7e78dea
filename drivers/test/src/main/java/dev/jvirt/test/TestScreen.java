package dev.jvirt.test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// What every guest of a world shows: a picture in shades of grey that get lighter to the right.
final class TestScreen {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private TestScreen() {}

    /// The picture as a PNG file.
    static byte[] picture() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        // 8 bits of grey, the only compression and filter, not interlaced
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(WIDTH)
                        .putInt(HEIGHT)
                        .put(new byte[] {8, 0, 0, 0, 0})
                        .array());
        chunk(file, "IDAT", compressed(lines()));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /// Each line begins with its filter: none.
    private static byte[] lines() {
        byte[] lines = new byte[HEIGHT * (WIDTH + 1)];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                lines[y * (WIDTH + 1) + 1 + x] = (byte) (x * 255 / WIDTH);
            }
        }
        return lines;
    }

    private static byte[] compressed(byte[] data) {
        var deflater = new Deflater();
        try {
            deflater.setInput(data);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
