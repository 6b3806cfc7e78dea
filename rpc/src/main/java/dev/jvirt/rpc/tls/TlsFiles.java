package dev.jvirt.rpc.tls;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Where certificates and keys are.
///
/// @param ca who is trusted
/// @param crl what is trusted no longer
/// @param certificate the own one
/// @param key of the own certificate
public record TlsFiles(Path ca, Path crl, Path certificate, Path key) {
    private static final Path SYSTEM = Path.of("/");
    private static final String CLIENT = "client";

    /// Those of a server that is not configured.
    ///
    /// @param root the folder that all of its files lie under
    /// @param home of the user whose server it is; empty: the system's
    public static TlsFiles ofServer(Path root, Optional<Path> home) {
        return find(system(root, "server"), home, "server");
    }

    /// Those that a client has: the user's own in the folder of the home, as far as they are there,
    /// else the system's. Certificate and key belong together.
    ///
    /// @param home empty for the user to whom the system belongs
    public static TlsFiles ofClient(Optional<Path> home) {
        return find(system(SYSTEM, CLIENT), home, CLIENT);
    }

    /// Those of a client whose user has put them all into one folder.
    public static TlsFiles in(Path folder) {
        return in(folder, CLIENT);
    }

    private static TlsFiles in(Path folder, String role) {
        return new TlsFiles(
                folder.resolve("cacert.pem"),
                folder.resolve("cacrl.pem"),
                folder.resolve(role + "cert.pem"),
                folder.resolve(role + "key.pem"));
    }

    private static TlsFiles system(Path root, String role) {
        Path folder = root.resolve("etc/pki");
        return new TlsFiles(
                folder.resolve("CA/cacert.pem"),
                folder.resolve("CA/cacrl.pem"),
                folder.resolve("libvirt/" + role + "cert.pem"),
                folder.resolve("libvirt/private/" + role + "key.pem"));
    }

    private static TlsFiles find(TlsFiles system, Optional<Path> home, String role) {
        if (home.isEmpty()) {
            return system;
        }
        TlsFiles own = in(home.get().resolve(".pki/libvirt"), role);
        boolean pair = Files.exists(own.certificate) && Files.exists(own.key);
        return new TlsFiles(
                Files.exists(own.ca) ? own.ca : system.ca,
                Files.exists(own.crl) ? own.crl : system.crl,
                pair ? own.certificate : system.certificate,
                pair ? own.key : system.key);
    }

    /// The same with what a configuration names.
    public TlsFiles with(
            Optional<Path> ca, Optional<Path> crl, Optional<Path> certificate, Optional<Path> key) {
        return new TlsFiles(
                ca.orElse(this.ca),
                crl.orElse(this.crl),
                certificate.orElse(this.certificate),
                key.orElse(this.key));
    }
}
