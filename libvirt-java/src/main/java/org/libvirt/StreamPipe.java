package org.libvirt;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.StorageVolume;
import java.nio.ByteBuffer;

/// The bytes behind a [Stream]: the one place that knows what the client calls them.
///
/// @param reads whether the bytes come from the other side
record StreamPipe(dev.jvirt.api.Stream stream, boolean reads) {
    /// A picture of a screen on its way.
    record Picture(String mimeType, StreamPipe bytes) {}

    static StreamPipe upload(StorageVolume volume, long offset, long length, int flags) {
        return new StreamPipe(volume.upload(offset, length, new Flags<>(flags)), false);
    }

    static StreamPipe download(StorageVolume volume, long offset, long length, int flags) {
        return new StreamPipe(volume.download(offset, length, new Flags<>(flags)), true);
    }

    static Picture screenshot(Domain domain, int screen) {
        var screenshot = domain.devices().screenshot(screen, 0);
        return new Picture(screenshot.mimeType(), new StreamPipe(screenshot.image(), true));
    }

    /// Reads at least one byte; -1 at the end.
    int read(ByteBuffer into) {
        return stream.read(into);
    }

    void write(ByteBuffer from) {
        stream.write(from);
    }

    void finish() {
        stream.finish();
    }

    void abort() {
        stream.close();
    }
}
