package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.client.Transport;
import dev.jvirt.rpc.client.UnixTransport;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Starts the daemon of the user's session and connects to it once it listens.
///
/// Many clients may find it missing at the same time: a lock on a file beside the socket makes the
/// others wait for the one that starts it.
final class DaemonLauncher {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int RETRY_MILLIS = 10;
    private static final Set<String> PASSED_ENVIRONMENT =
            Set.of(
                    "PATH",
                    "HOME",
                    "USER",
                    "LOGNAME",
                    "TMPDIR",
                    "LD_PRELOAD",
                    "LD_LIBRARY_PATH",
                    "JAVA_HOME",
                    "XDG_CACHE_HOME",
                    "XDG_CONFIG_HOME",
                    "XDG_RUNTIME_DIR");

    private final Path socket;
    private final String daemon;

    DaemonLauncher(Path socket, String daemon) {
        this.socket = socket;
        this.daemon = daemon;
    }

    /// Connects, starting the daemon if nobody has done so meanwhile.
    Transport connect() {
        Path folder = Path.of(DaemonSocket.userFolder());
        Path lockFile = folder.resolve(daemon + ".lock");
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            try (FileChannel channel = FileChannel.open(lockFile, creation(), ownerOnly());
                    var lock = channel.lock()) {
                assert lock.isValid();
                Transport transport = attempt();
                return transport != null ? transport : startAndWait();
            } finally {
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException e) {
            throw failure("Cannot start the session daemon: " + e.getMessage(), e);
        }
    }

    private static Set<StandardOpenOption> creation() {
        return Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static java.nio.file.attribute.FileAttribute<?> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    /// Null if nobody listens yet.
    private @Nullable Transport attempt() {
        try {
            return UnixTransport.connect(socket, FileHost::find);
        } catch (IOException e) {
            return null;
        }
    }

    private Transport startAndWait() throws IOException {
        Path output = Files.createTempFile("jvirt-session-daemon", ".log");
        try {
            Process process = start(output);
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            while (System.nanoTime() - deadline < 0) {
                Transport transport = attempt();
                if (transport != null) {
                    return transport;
                }
                if (process.waitFor(RETRY_MILLIS, TimeUnit.MILLISECONDS)
                        && process.exitValue() != 0) {
                    throw failure(
                            "The session daemon '%s' did not start: %s"
                                    .formatted(program(), Files.readString(output).strip()),
                            null);
                }
            }
            throw failure(
                    "Failed to connect socket to '%s': Connection timed out".formatted(socket),
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("Interrupted while the session daemon started", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private Process start(Path output) throws IOException {
        // Daemonised by itself: it must outlive this process and the terminal that it runs in.
        var builder = new ProcessBuilder(program(), "--timeout=120", "--daemon");
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ENVIRONMENT);
        environment.put("LC_ALL", "C");
        return builder.directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /// The folder that the environment names, then the one that this client was installed in, then
    /// the usual ones.
    private String program() {
        for (String variable : new String[] {"VIRTD_PATH", "LIBVIRTD_PATH"}) {
            String folder = System.getenv(variable);
            if (folder != null) {
                return folder + "/" + daemon;
            }
        }
        String home = System.getProperty("jvirt.home");
        if (home != null && new File(home, "bin/" + daemon).canExecute()) {
            return home + "/bin/" + daemon;
        }
        String path = System.getenv("PATH");
        for (String folder : ((path == null ? "" : path + ":") + "/usr/sbin").split(":")) {
            if (new File(folder, daemon).canExecute()) {
                return folder + "/" + daemon;
            }
        }
        return "/usr/sbin/" + daemon;
    }

    private static LibvirtException failure(String detail, @Nullable Throwable cause) {
        return new LibvirtException(ErrorDomain.RPC, ErrorCode.SYSTEM_ERROR, detail, cause);
    }
}
