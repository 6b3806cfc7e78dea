package dev.jvirt.virsh;

import dev.jvirt.virsh.admin.VirtAdmin;
import dev.jvirt.virsh.shell.ProcessInterrupts;

/// Runs a program several times in one process, so that the JVM can learn which classes it needs.
///
/// The product is assembled with it. A process of the program itself would show one way of giving
/// commands, and the end of one connection.
public final class Rehearsal {
    private Rehearsal() {}

    /// Runs the program that `words` names first, once for each of the other words, which are the
    /// arguments of a run with blanks between them.
    public static void main(String[] words) {
        for (int i = 1; i < words.length; i++) {
            String[] arguments = words[i].split(" ");
            switch (words[0]) {
                case "virsh" -> Virsh.start(arguments);
                case "virt-admin" -> VirtAdmin.start(arguments);
                default -> throw new IllegalArgumentException(words[0]);
            }
        }
        ProcessInterrupts.exit(0);
    }
}
