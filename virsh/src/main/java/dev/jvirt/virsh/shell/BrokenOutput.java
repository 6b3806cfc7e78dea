package dev.jvirt.virsh.shell;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The end of a program that cannot print what it has to say.
public final class BrokenOutput {
    /// What the system's shells say of a program that wrote to a pipe without a reader.
    private static final int BROKEN_PIPE = 141;

    private BrokenOutput() {}

    /// The status to end with. A reader that went away has seen all that it wanted; anything else
    /// is told, as results are lost.
    public static int status(UncheckedIOException failure) {
        IOException cause = failure.getCause();
        if (cause == null) {
            return 1;
        }
        if ("Broken pipe".equals(cause.getMessage())) {
            return BROKEN_PIPE;
        }
        System.err.println("error: cannot write to stdout: " + FileTexts.reason(cause));
        return 1;
    }
}
