package dev.jvirt.api.domain;

import dev.jvirt.api.OpenFile;
import java.util.List;

/// What QEMU answered.
///
/// @param result the text of the answer
/// @param files what QEMU passed with it; they belong to who receives them
public record QemuMonitorReply(String result, List<OpenFile> files) implements AutoCloseable {
    public QemuMonitorReply {
        files = List.copyOf(files);
    }

    /// Closes the files.
    @Override
    public void close() {
        files.forEach(OpenFile::close);
    }
}
