package dev.jvirt.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Refuses a file that is no socket, as far as the system tells what it is.
///
/// @param function the C function that refuses it
record SocketCheck(String function, OpenFile file) {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final int EBADF = 9;

    void check() {
        if (!Files.isDirectory(OPEN_FILES)) {
            return;
        }
        int number = file.number();
        String target;
        try {
            target = Files.readSymbolicLink(OPEN_FILES.resolve(String.valueOf(number))).toString();
        } catch (IOException e) {
            throw missing(number, e);
        }
        if (!target.startsWith("socket:")) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN, function, "fd", "fd %d must be a socket".formatted(number));
        }
    }

    private static LibvirtException missing(int number, IOException cause) {
        String message =
                "Unable to access file descriptor %d: Bad file descriptor".formatted(number);
        return new LibvirtException(
                ErrorDomain.DOMAIN,
                ErrorCode.SYSTEM_ERROR,
                ErrorLevel.ERROR,
                message,
                ErrorCode.SYSTEM_ERROR.template(),
                message,
                null,
                EBADF,
                -1,
                cause);
    }
}
