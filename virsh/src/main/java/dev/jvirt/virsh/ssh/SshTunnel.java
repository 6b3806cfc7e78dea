package dev.jvirt.virsh.ssh;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.driver.ConnectUri;
import dev.jvirt.remote.RemoteDriver;
import dev.jvirt.remote.Tunnel;
import dev.jvirt.virsh.shell.ProcessInterrupts;
import dev.jvirt.virsh.shell.ProgramArguments;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// The program virt-ssh-helper: connects its standard input and output with the daemon of this
/// host. Clients of every libvirt run it by `ssh`, so that they need not know where the socket is.
public final class SshTunnel {
    private static final String NAME = "virt-ssh-helper";
    private static final String HELP =
            """
            Usage:
              virt-ssh-helper [OPTION...] URI

            Connects its standard input and output with the daemon that serves URI on
            this host. Clients run it through ssh; it is of no use by hand.

            Options:
              -h, --help         Show this help
              -r, --readonly     Use the socket for readers
              -V, --version      Show the version

            """;

    private final ShellEnvironment environment;
    private final ArrayList<String> words = new ArrayList<>();
    private boolean readOnly;

    private SshTunnel(ShellEnvironment environment) {
        this.environment = environment;
    }

    /// Runs the program and ends the process.
    public static void main(String[] arguments) {
        RemoteDriver.prepare();
        var decoded = ProgramArguments.decoded(arguments);
        ProcessInterrupts.exit(run(decoded, ShellEnvironment.ofProcess()));
    }

    /// Runs the program where this process runs.
    ///
    /// @return the status of the program
    public static int run(String[] arguments, ShellEnvironment environment) {
        return new SshTunnel(environment).run(arguments);
    }

    private int run(String[] arguments) {
        for (String argument : arguments) {
            switch (argument) {
                case "-r", "--readonly" -> readOnly = true;
                case "-h", "--help" -> {
                    print(environment.out(), HELP);
                    return 0;
                }
                case "-V", "--version" -> {
                    print(environment.out(), NAME + " (jvirt) 9.0.0\n");
                    return 0;
                }
                default -> {
                    if (argument.startsWith("-")) {
                        return fail("option parsing failed: Unknown option " + argument);
                    }
                    words.add(argument);
                }
            }
        }
        if (words.size() != 1) {
            print(environment.err(), HELP);
            return 1;
        }
        return forward(words.getFirst());
    }

    private int forward(String text) {
        ConnectUri uri;
        try {
            uri = ConnectUri.parse(text);
        } catch (LibvirtException e) {
            return fail("%s: cannot parse URI '%s': %s".formatted(NAME, text, e.getMessage()));
        }
        if (uri.transport().isPresent() || uri.host().isPresent()) {
            return fail("%s: unexpected URI transport '%s'".formatted(NAME, text));
        }
        return forward(uri);
    }

    private int forward(ConnectUri uri) {
        try {
            Tunnel tunnel = Tunnel.to(uri, readOnly);
            try {
                tunnel.forward(environment.in(), environment.out());
                return 0;
            } catch (LibvirtException e) {
                return fail(
                        "%s: cannot connect to '%s': %s"
                                .formatted(NAME, tunnel.socket(), e.getMessage()));
            } catch (IOException gone) {
                return fail("%s: %s".formatted(NAME, gone.getMessage()));
            }
        } catch (LibvirtException e) {
            return fail("%s: %s".formatted(NAME, e.getMessage()));
        }
    }

    private int fail(String message) {
        print(environment.err(), message + "\n");
        return 1;
    }

    private static void print(OutputStream to, String text) {
        try {
            to.write(text.getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
