package dev.jvirt.ssh;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What went wrong, in words for the user.
final class Reasons {
    private Reasons() {}

    static String of(Throwable cause) {
        return switch (cause) {
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
        };
    }
}
