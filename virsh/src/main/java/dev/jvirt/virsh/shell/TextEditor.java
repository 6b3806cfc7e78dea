package dev.jvirt.virsh.shell;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Lets the user change a text with an editor: `$VISUAL`, else `$EDITOR`, else vi.
public final class TextEditor {
    private static final String USUAL = "vi";
    private static final String PLAIN = "-/_.:@";
    private static final int FIRST_SIGNAL = 128;

    private final Shell shell;

    public TextEditor(Shell shell) {
        this.shell = shell;
    }

    /// The text as the user left it.
    ///
    /// @param suffix of the file that it is in meanwhile
    /// @throws LibvirtException INTERNAL_ERROR if the editor fails
    public String edit(String text, String suffix) {
        try {
            Path file =
                    Files.createTempFile(
                            shell.name(),
                            suffix,
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(file, text);
                run(file);
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new CommandFailure("cannot edit a temporary file: " + FileTexts.reason(e));
        }
    }

    private void run(Path file) {
        String editor = shell.environment().variable("VISUAL");
        if (editor.isEmpty()) {
            editor = shell.environment().variable("EDITOR");
        }
        if (editor.isEmpty()) {
            editor = USUAL;
        }
        // Only a shell knows what to do with arguments and quotes.
        List<String> command =
                isPlain(editor)
                        ? List.of(editor, file.toString())
                        : List.of("sh", "-c", editor + " " + file);
        shell.output().flush();
        int status;
        try {
            status = new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw failure("cannot execute binary " + editor + ": No such file or directory");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted while " + editor + " ran");
        }
        if (status != 0) {
            String words = String.join(" ", command.stream().map(Quoting::shell).toList());
            String how =
                    status > FIRST_SIGNAL
                            ? "fatal signal " + (status - FIRST_SIGNAL)
                            : "exit status " + status;
            throw failure("Child process (" + words + ") unexpected " + how);
        }
    }

    private static boolean isPlain(String editor) {
        for (int i = 0; i < editor.length(); i++) {
            char c = editor.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && PLAIN.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static LibvirtException failure(String detail) {
        return new LibvirtException(ErrorCode.INTERNAL_ERROR, detail);
    }
}
