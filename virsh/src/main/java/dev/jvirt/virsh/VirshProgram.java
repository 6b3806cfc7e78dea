package dev.jvirt.virsh;

import dev.jvirt.api.LibraryVersion;
import dev.jvirt.api.driver.DriverTable;
import dev.jvirt.virsh.shell.HelpText;
import dev.jvirt.virsh.shell.Program;
import dev.jvirt.virsh.shell.ProgramOptions;
import dev.jvirt.virsh.shell.Shell;
import java.util.List;
import java.util.OptionalInt;

/// What virsh says about itself.
public record VirshProgram(Shell shell, DriverTable drivers) implements Program {
    /// The release of libvirt whose virsh this one is like.
    public static final String VERSION = LibraryVersion.current().toString();

    private static final String OPTIONS =
            """
                -c | --connect=URI      URI of the hypervisor to connect to
                -d | --debug=NUM        level of the messages to show [0-4]
                -e | --escape <char>    what leaves a console
                -h | --help             this text
                -k | --keepalive-interval=NUM
                                        seconds between keepalive messages, 0 for none
                -K | --keepalive-count=NUM
                                        keepalive messages that may stay unanswered
                -l | --log=FILE         file that messages are added to
                -q | --quiet            print results only
                -r | --readonly         only look, change nothing
                -t | --timing           print how long commands take
                -v                      short version
                -V                      long version
                     --hosts=FILE       look at all hosts whose URIs are in FILE
                     --json             print tables and facts as JSON
                     --timeout=NUM      give each command NUM seconds at most
                     --version[=TYPE]   version, TYPE is short or long (default short)
            """;

    @Override
    public List<Character> letters() {
        return List.of(
                'c',
                'd',
                'e',
                'h',
                'k',
                'K',
                'l',
                'q',
                'r',
                't',
                'v',
                'V',
                ProgramOptions.JSON,
                ProgramOptions.TIMEOUT,
                ProgramOptions.HOSTS);
    }

    @Override
    public OptionalInt elsewhere(String[] arguments, ProgramOptions options) {
        return options.hosts().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(
                        new ManyHosts(shell, drivers)
                                .run(options.hosts().get(), arguments, options));
    }

    @Override
    public String greeting() {
        return "virtualization interactive terminal";
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
        return "Virsh command line tool of libvirt "
                + VERSION
                + "\n"
                + "See web site at https://libvirt.org/\n\n"
                + "Compiled with support for:\n"
                + " Hypervisors: QEMU/KVM Test\n"
                + " Networking: Remote\n"
                + " Storage:\n"
                + " Miscellaneous: Daemon Debug Readline\n";
    }
}
