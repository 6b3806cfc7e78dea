package dev.jvirt.daemon.remote;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.rpc.server.IncomingCall;
import java.util.List;

/// Files that travel with calls and replies.
final class PassedFiles {
    private PassedFiles() {}

    /// The files that came with a call; they are closed after it.
    static List<OpenFile> of(IncomingCall call) {
        return call.descriptors().stream().map(OpenFile::borrowed).toList();
    }

    /// The one file that must come with a call.
    static OpenFile one(IncomingCall call) {
        List<OpenFile> files = of(call);
        if (files.isEmpty()) {
            throw missing();
        }
        return files.getFirst();
    }

    private static LibvirtException missing() {
        return WireErrors.internal("No FD available at slot 0");
    }

    /// Sends files with the reply, and closes them whatever becomes of it.
    static void reply(IncomingCall call, List<OpenFile> files) {
        try {
            for (OpenFile file : files) {
                call.replyWith(file.release());
            }
        } finally {
            files.forEach(OpenFile::close);
        }
    }
}
