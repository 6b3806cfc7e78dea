package dev.jvirt.daemon;

import dev.jvirt.flight.record.RecordSettings;
import java.nio.file.Path;
import java.util.Optional;

/// The command line of the daemon.
///
/// @param name what the daemon was started as
/// @param help only explain the options
/// @param version only tell the version
/// @param verbose log what happens
/// @param daemon run in the background
/// @param listen open the network sockets
/// @param timeout seconds without clients after which the daemon ends; 0: never
/// @param config the configuration, in place of the usual file
/// @param pidFile in place of the usual file
/// @param root the folder that all paths are put under
/// @param record what is recorded of the connections
public record Options(
        DaemonName name,
        boolean help,
        boolean version,
        boolean verbose,
        boolean daemon,
        boolean listen,
        int timeout,
        Optional<Path> config,
        Optional<Path> pidFile,
        Optional<Path> root,
        Optional<RecordSettings> record) {

    private static final String LISTEN =
            "  -l | --listen           Open the network sockets as well\n";

    private static final String USAGE =
            """

            Usage:
              libvirtd [options]

            Options:
              -h | --help             Show this text
              -v | --verbose          Log what happens, not only what goes wrong
              -d | --daemon           Run in the background; return once clients can connect
              -l | --listen           Open the network sockets as well
              -t | --timeout <secs>   End after so many seconds without clients and running domains
              -f | --config <file>    Read this configuration file
              -V | --version          Show the version
              -p | --pid-file <file>  Write the process id to this file
                   --root <folder>    Put every path under this folder
                   --record <folder>[,ring[=<size>]][,streams]
                                      Record every connection in a file of its own, without secrets;
                                      with ring only if it breaks, or of all on SIGUSR1

            Default paths, as root:
              Configuration  /etc/libvirt/libvirtd.conf
              Sockets        /run/libvirt/libvirt-sock
                             /run/libvirt/libvirt-sock-ro
                             /run/libvirt/libvirt-admin-sock
              Process id     /run/libvirtd.pid

            Default paths, as any other user:
              Configuration  $XDG_CONFIG_HOME/libvirt/libvirtd.conf
              Sockets        $XDG_RUNTIME_DIR/libvirt/libvirt-sock
                             $XDG_RUNTIME_DIR/libvirt/libvirt-admin-sock
              Process id     $XDG_RUNTIME_DIR/libvirt/libvirtd.pid
            """;

    /// Reads a command line of libvirtd.
    ///
    /// @throws UsageException if it makes no sense
    public static Options parse(String... words) {
        return parse(DaemonName.LIBVIRTD, words);
    }

    /// Reads a command line.
    ///
    /// @throws UsageException if it makes no sense
    static Options parse(DaemonName name, String... words) {
        return new OptionsParser(name, words).parse();
    }

    /// What `--help` prints.
    static String usage(DaemonName name) {
        return USAGE.replace("libvirtd", name.program())
                .replace("libvirt-", name.socketPrefix() + "-")
                .replace(LISTEN, name.mayListenOnNetwork() ? LISTEN : "");
    }
}
