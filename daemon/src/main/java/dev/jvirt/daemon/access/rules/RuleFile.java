package dev.jvirt.daemon.access.rules;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.daemon.access.AccessObject;
import dev.jvirt.daemon.access.Permission;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of a file, in its order.
public record RuleFile(List<Rule> rules) {
    private static final int MAX_SIZE = 10 << 20;

    public RuleFile {
        rules = List.copyOf(rules);
    }

    /// Reads a file.
    ///
    /// @throws LibvirtException that names the file, and the line and the word at fault
    public static RuleFile load(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw unreadable(file, "everybody may write it", null);
            }
            if (Files.size(file) > MAX_SIZE) {
                throw unreadable(file, "it is larger than %d bytes".formatted(MAX_SIZE), null);
            }
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw unreadable(file, Reason.of(e), e);
        }
    }

    private static LibvirtException unreadable(Path file, String why, @Nullable Throwable cause) {
        return new LibvirtException(
                ErrorDomain.CONF,
                ErrorCode.SYSTEM_ERROR,
                "Failed to read file '%s': %s".formatted(file, why),
                cause);
    }

    /// Reads the text of a file.
    ///
    /// @param file its name in errors
    public static RuleFile parse(String file, String text) {
        return new RuleFile(new RuleParser(file, text).parse());
    }

    /// Whether that one may do that with the object.
    public Decision decide(Caller caller, AccessObject object, Permission permission) {
        for (Rule rule : rules) {
            if (rule.fits(caller, object, permission)) {
                return new Decision(Optional.of(rule));
            }
        }
        return new Decision(Optional.empty());
    }
}
