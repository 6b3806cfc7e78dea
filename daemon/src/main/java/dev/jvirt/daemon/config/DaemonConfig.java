package dev.jvirt.daemon.config;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// All that `libvirtd.conf` can say.
///
/// @param sockets the unix sockets
/// @param listen the network sockets
/// @param tls certificates for them
/// @param access who may do what
/// @param server limits of the server that applications use
/// @param admin limits of the administration server
/// @param host the identity of the host and its audit trail
/// @param log what is logged where
public record DaemonConfig(
        SocketConfig sockets,
        ListenConfig listen,
        TlsConfig tls,
        AccessConfig access,
        ServerConfig server,
        ServerConfig admin,
        HostConfig host,
        LogConfig log) {
    private static final int MAX_SIZE = 10 << 20;

    /// What holds without a file.
    public static DaemonConfig defaults() {
        return parse("libvirtd.conf", "");
    }

    /// Reads a file.
    ///
    /// @param optional whether it may be missing
    /// @param usualLogin how clients of unix sockets log in where the file does not say it
    /// @throws LibvirtException that names the file, and the line and key at fault
    public static DaemonConfig load(Path file, boolean optional, AuthScheme usualLogin) {
        try {
            if (Files.size(file) > MAX_SIZE) {
                throw unreadable(file, "it is larger than %d bytes".formatted(MAX_SIZE), null);
            }
            return parse(file.toString(), Files.readString(file), usualLogin);
        } catch (NoSuchFileException e) {
            if (optional) {
                return parse(file.toString(), "", usualLogin);
            }
            throw unreadable(file, "No such file or directory", e);
        } catch (IOException e) {
            throw unreadable(file, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }

    /// Reads the text of a file.
    ///
    /// @param file its name in errors
    public static DaemonConfig parse(String file, String text) {
        return parse(file, text, AuthScheme.NONE);
    }

    private static DaemonConfig parse(String file, String text, AuthScheme usualLogin) {
        var reader = new ConfigReader(file, text);
        var config =
                new DaemonConfig(
                        SocketConfig.read(reader, usualLogin),
                        ListenConfig.read(reader),
                        TlsConfig.read(reader),
                        AccessConfig.read(reader),
                        ServerConfig.read(reader),
                        ServerConfig.readAdmin(reader),
                        HostConfig.read(reader),
                        LogConfig.read(reader));
        reader.finish();
        return config;
    }

    private static LibvirtException unreadable(Path file, String why, @Nullable Throwable cause) {
        return new LibvirtException(
                ErrorDomain.CONF,
                ErrorCode.SYSTEM_ERROR,
                "Failed to read file '%s': %s".formatted(file, why),
                cause);
    }
}
