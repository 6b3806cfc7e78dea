package dev.jvirt.virsh.pki;

import dev.jvirt.remote.CertificateFile;
import dev.jvirt.virsh.shell.ProcessInterrupts;
import dev.jvirt.virsh.shell.ProgramArguments;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The program virt-pki-query-dn: prints the name in a certificate as `tls_allowed_dn_list` wants
/// it.
public final class QueryName {
    private static final String NAME = "virt-pki-query-dn";
    private static final String HELP =
            """
            Usage:
              virt-pki-query-dn FILE
              virt-pki-query-dn { -v | -h }

            Extract Distinguished Name from a PEM certificate.
            The output is meant to be used in the tls_allowed_dn_list
            configuration option in the libvirtd.conf file.

              FILE            certificate file to extract the DN from

            options:
              -h | --help     display this help and exit
              -v | --version  output version information and exit
            """;

    private final ShellEnvironment environment;

    private QueryName(ShellEnvironment environment) {
        this.environment = environment;
    }

    /// Runs the program and ends the process.
    public static void main(String[] arguments) {
        var decoded = ProgramArguments.decoded(arguments);
        ProcessInterrupts.exit(run(decoded, ShellEnvironment.ofProcess()));
    }

    /// Runs the program where this process runs.
    ///
    /// @return the status of the program
    public static int run(String[] arguments, ShellEnvironment environment) {
        return new QueryName(environment).run(arguments);
    }

    private int run(String[] arguments) {
        for (String argument : arguments) {
            switch (argument) {
                case "-h", "--help" -> {
                    return tell(HELP);
                }
                case "-v", "--version" -> {
                    return tell("9.0.0\n");
                }
                default -> {
                    if (argument.startsWith("-")) {
                        return fail(
                                "%s: unrecognized option '%s'\n".formatted(NAME, argument) + HELP);
                    }
                }
            }
        }
        return arguments.length == 1 ? query(arguments[0]) : fail(HELP);
    }

    private int query(String file) {
        try {
            return tell(CertificateFile.read(Path.of(file)).subject() + "\n");
        } catch (IllegalArgumentException e) {
            return fail(
                    "Unable to load certificate, make sure it is in PEM format: %s\n"
                            .formatted(e.getMessage()));
        } catch (IOException e) {
            return fail(
                    "%s: Failed to open file \u201c%s\u201d: %s\n"
                            .formatted(NAME, file, reason(e)));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        return e instanceof AccessDeniedException
                ? "Permission denied"
                : String.valueOf(e.getMessage());
    }

    private int tell(String text) {
        print(environment.out(), text);
        return 0;
    }

    private int fail(String text) {
        print(environment.err(), text);
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
