package dev.jvirt.virsh.pki;

import dev.jvirt.remote.CertificateFile;
import dev.jvirt.virsh.shell.ProcessInterrupts;
import dev.jvirt.virsh.shell.ProgramArguments;
import dev.jvirt.virsh.shell.ShellEnvironment;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The program virt-pki-validate: whether certificates and keys are where TLS looks for them, with
/// owners and permissions that let it work.
public final class Validate {
    private static final String NAME = "virt-pki-validate";
    private static final String HELP =
            """
            Usage:
              %s [OPTION]

            Options:
              -h | --help        Display program help
              -V | --version     Display program version
            """;
    private static final String MANUAL = "see https://libvirt.org/kbase/tlscerts.html#";

    private final ShellEnvironment environment;
    private final Path root;
    private final StringBuilder said = new StringBuilder();

    private Validate(ShellEnvironment environment, Path root) {
        this.environment = environment;
        this.root = root;
    }

    /// Runs the program and ends the process.
    public static void main(String[] arguments) {
        var decoded = ProgramArguments.decoded(arguments);
        var environment = ShellEnvironment.ofProcess();
        ProcessInterrupts.exit(run(decoded, environment, Path.of("/")));
    }

    /// Runs the program where this process runs.
    ///
    /// @param root the folder that takes the place of the system's
    /// @return the status of the program
    public static int run(String[] arguments, ShellEnvironment environment, Path root) {
        var program = new Validate(environment, root);
        for (String argument : arguments) {
            switch (argument) {
                case "-h", "--help" -> {
                    return program.end(HELP.formatted(NAME), 0);
                }
                case "-V", "--version" -> {
                    return program.end(NAME + " (libvirt) 9.0.0\n", 0);
                }
                default -> {
                    String kind = argument.startsWith("-") ? "option" : "argument";
                    print(
                            environment.err(),
                            "%s: unrecognized %s '%s'\n".formatted(NAME, kind, argument));
                    return 1;
                }
            }
        }
        return program.end("", program.validate() ? 0 : 1);
    }

    private int end(String last, int status) {
        print(environment.out(), said + last);
        return status;
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is no part of the run-time image
    private void say(String line, Object... values) {
        said.append(line.formatted(values)).append('\n');
    }

    private boolean validate() {
        Path pki = root.resolve("etc/pki");
        Path authority = pki.resolve("CA");
        Path own = pki.resolve("libvirt");
        Path secret = own.resolve("private");
        String byLibvirt = "installed by the libvirt package";
        if (!folder(pki, "installed as part of the filesystem or openssl packages", false)
                || !folder(authority, "installed as part of the or openssl package", false)
                || !folder(own, byLibvirt, true)
                || !folder(secret, byLibvirt, true)) {
            return false;
        }
        Optional<String> name = authority(authority.resolve("cacert.pem"));
        if (name.isEmpty()) {
            return false;
        }
        side("client", own, secret, name.get());
        side("server", own, secret, name.get());
        return true;
    }

    private boolean folder(Path folder, String origin, boolean ours) {
        if (!Files.isDirectory(folder)) {
            say("the %s directory is missing, it is usually", folder);
            say("%s", origin);
            if (ours) {
                say("as root do: mkdir -m 755 %s ; chown root:root %s", folder, folder);
            }
            return false;
        }
        String mending =
                ours
                        ? "chown root:root %s ; chmod 755 %s".formatted(folder, folder)
                        : "chmod a+rx " + folder;
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            String what = Files.isReadable(folder) ? "listable" : "readable";
            say("the %s directory is not %s by %s", folder, what, user());
            say("as root do: %s", mending);
            return false;
        }
        return true;
    }

    private static String user() {
        return System.getProperty("user.name");
    }

    /// @return the name of the authority
    private Optional<String> authority(Path file) {
        String setUp = MANUAL + "setting-up-a-certificate-authority-ca";
        if (!Files.isRegularFile(file)) {
            say("the CA certificate %s is missing while it", file);
            say("should be installed on both client and servers");
            say("%s", setUp);
            say("on how to install it");
            return Optional.empty();
        }
        if (!Files.isReadable(file)) {
            say("the CA certificate %s is not readable by %s", file, user());
            say("as root do: chmod 644 %s", file);
            return Optional.empty();
        }
        Optional<String> name = read(file).flatMap(read -> part(read.issuer(), "CN="));
        if (name.isEmpty()) {
            say("the CA certificate %s does not define the organization", file);
            say("it should probably regenerated");
            say("%s", setUp);
            say("on how to regenerate it");
            return Optional.empty();
        }
        say("Found CA certificate %s for %s", file, name.get());
        return name;
    }

    private static Optional<CertificateFile> read(Path file) {
        try {
            return Optional.of(CertificateFile.read(file));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What stands behind a word in a name, up to the next comma.
    private static Optional<String> part(String name, String word) {
        int at = name.startsWith(word) ? 0 : name.indexOf("," + word) + 1;
        if (!name.startsWith(word, at)) {
            return Optional.empty();
        }
        int end = name.indexOf(',', at);
        return Optional.of(name.substring(at + word.length(), end < 0 ? name.length() : end));
    }

    private void side(String role, Path own, Path secret, String authority) {
        Path file = own.resolve(role + "cert.pem");
        String title = role.equals("client") ? "Client" : "Server";
        if (!Files.isRegularFile(file)) {
            say("Did not find %s %s certificate", file, role);
            say("The machine cannot act as a %s", role);
            say("%sissuing-%s-certificates", MANUAL, role);
            say("on how to regenerate it");
            return;
        }
        if (!Files.isReadable(file)) {
            say("%s certificate %s should be world readable", title, file);
            say("as root do: chown root:root %s ; chmod 644 %s", file, file);
            return;
        }
        String subject = read(file).map(CertificateFile::subject).orElse("");
        String organization = part(subject, "O=").orElse("\tSubject: " + subject);
        String name = part(subject, "CN=").orElse("\tSubject: " + subject);
        if (!organization.equals(authority)) {
            say("The CA certificate and the %s certificate do not match", role);
            say("CA organization: %s", authority);
            say("%s organization: %s", title, organization);
        }
        if (role.equals("server")) {
            checkHost(name);
        }
        say("Found %s certificate %s for %s", role, file, name);
        key(role, secret.resolve(role + "key.pem"));
    }

    private void checkHost(String name) {
        String host = hostName();
        int dot = host.indexOf('.');
        if (!name.equals(host) && !name.equals(dot < 0 ? host : host.substring(0, dot))) {
            say("The server certificate does not seem to match the host name");
            say("hostname: \"%s\"", host);
            say("Server certificate CN: \"%s\"", name);
        }
    }

    private static String hostName() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            return "localhost";
        }
    }

    private void key(String role, Path file) {
        if (!Files.exists(file)) {
            say("Missing %s private key %s", role, file);
            return;
        }
        say("Found %s private key %s", role, file);
        boolean client = role.equals("client");
        String mode = client ? "rw-r--r--" : "rw-------";
        try {
            var attributes = Files.readAttributes(file, PosixFileAttributes.class);
            if (!attributes.owner().getName().equals("root")) {
                say("The %s private key should be owned by root", role);
                say("as root do: chown root %s", file);
            }
            if (!PosixFilePermissions.toString(attributes.permissions()).equals(mode)) {
                say(
                        "The %s private key need to be read %s",
                        role, client ? "by client tools" : "only by root");
                say("as root do: chmod %s %s", client ? "644" : "600", file);
            }
        } catch (IOException e) {
            say("The %s private key cannot be looked at: %s", role, String.valueOf(e.getMessage()));
        }
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
