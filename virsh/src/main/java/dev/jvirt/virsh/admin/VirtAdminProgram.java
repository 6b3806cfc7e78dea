package dev.jvirt.virsh.admin;

import dev.jvirt.api.LibraryVersion;
import dev.jvirt.virsh.shell.HelpText;
import dev.jvirt.virsh.shell.Program;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import java.util.List;

/// What virt-admin says about itself.
record VirtAdminProgram(Shell shell) implements Program {
    /// The release of libvirt whose virt-admin this one is like.
    static final String VERSION = LibraryVersion.current().toString();

    private static final String OPTIONS =
            """
                -c | --connect=URI      URI of the daemon to connect to
                -d | --debug=NUM        level of the messages to show [0-4]
                -h | --help             this text
                -l | --log=FILE         file that messages are added to
                -q | --quiet            print results only
                -v                      short version
                -V                      long version
                     --json             print tables and facts as JSON
                     --timeout=NUM      give each command NUM seconds at most
                     --version[=TYPE]   version, TYPE is short or long (default short)
            """;

    @Override
    public List<Character> letters() {
        return List.of(
                'c', 'd', 'h', 'l', 'q', 'v', 'V', ProgramOptions.JSON, ProgramOptions.TIMEOUT);
    }

    @Override
    public String greeting() {
        return "administrating virtualization interactive terminal";
    }

    @Override
    public String usage() {
        return HelpText.ofProgram(shell.table(), shell.name(), OPTIONS);
    }

    @Override
    public String version() {
        return VERSION + "\n";
    }

    @Override
    public String longVersion() {
        return "Virt-admin command line tool of libvirt "
                + VERSION
                + "\n"
                + "See web site at https://libvirt.org/\n\n"
                + "Compiled with support for: Daemon Debug Readline\n";
    }
}
