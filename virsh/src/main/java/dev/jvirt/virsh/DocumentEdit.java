package dev.jvirt.virsh;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.Terminal;
import dev.jvirt.virsh.shell.TextEditor;
import java.io.IOException;

/// Lets the user edit the document of an object until libvirt takes it or the user gives up.
public final class DocumentEdit {
    private static final String HELP =
            """
            y - yes, edit it again
            n - no, forget the changes
            %sf - yes, take it as it is, whoever else changed it
            ? - this help
            """;
    private static final String HELP_ON_VALIDATION = "i - take it without validating it\n";

    private final Shell shell;
    private final Output output;
    private final Subject subject;
    private boolean validated;
    private boolean forced;

    /// What is edited.
    public interface Subject {
        /// The document as it stands.
        String read();

        /// Makes a document the one that counts.
        ///
        /// @return what it describes, for the message that follows
        String define(String xml, boolean validated);

        /// What the present document describes, for the message that nothing changed.
        String name();

        /// What is said if nothing changed.
        default String unchanged() {
            return name() + " XML configuration not changed.\n";
        }

        /// What is said if something changed.
        ///
        /// @param what the result of [#define]
        default String changed(String what) {
            return what + " XML configuration edited.\n";
        }
    }

    public DocumentEdit(Shell shell, Subject subject, boolean validated) {
        this.shell = shell;
        output = shell.output();
        this.subject = subject;
        this.validated = validated;
    }

    /// Edits it.
    public void run() {
        String original = subject.read();
        String edited = original;
        boolean again = true;
        while (again) {
            edited = new TextEditor(shell).edit(edited, ".xml");
            if (edited.equals(original)) {
                output.extra(subject.unchanged());
                return;
            }
            again = !define(original, edited);
        }
    }

    /// @return whether all is done; otherwise the user wants to edit again
    private boolean define(String original, String edited) {
        boolean mayValidate = validated;
        while (true) {
            try {
                if (!forced && !subject.read().equals(original)) {
                    throw new CommandFailure(
                            "ERROR: the XML configuration was changed by another user");
                }
                String name = subject.define(edited, validated);
                output.extra(subject.changed(name));
                return true;
            } catch (CommandFailure e) {
                shell.report(e);
            } catch (LibvirtException e) {
                output.error(String.valueOf(e.getMessage()));
            }
            forced = false;
            if (!shell.environment().terminal()) {
                throw CommandFailure.silent();
            }
            switch (ask(validated)) {
                case 'y' -> {
                    validated = mayValidate;
                    return false;
                }
                case 'n' -> throw CommandFailure.silent();
                case 'i' -> validated = false;
                default -> forced = true;
            }
        }
    }

    private char ask(boolean mayRelax) {
        String answers = mayRelax ? "ynif?" : "ynf?";
        String question = "Failed. Try again? [" + String.join(",", answers.split("")) + "]: ";
        while (true) {
            char key = key("\r" + question);
            if (key == '?') {
                output.print("\n" + HELP.formatted(mayRelax ? HELP_ON_VALIDATION : ""));
                output.flush();
            } else if (answers.indexOf(key) >= 0) {
                output.print("\n");
                return key;
            }
        }
    }

    /// The next key, without waiting for the end of a line.
    private char key(String prompt) {
        try (Terminal.Mode _ = Terminal.makeRaw()) {
            output.print(prompt);
            output.flush();
            int key = shell.environment().in().read();
            while (key < 0) {
                // The terminal answers "nothing" ten times a second, which reads as an end.
                key = shell.environment().in().read();
            }
            return Character.toLowerCase((char) key);
        } catch (IOException e) {
            throw new CommandFailure("cannot read from stdin: " + e.getMessage());
        }
    }
}
