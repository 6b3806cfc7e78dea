package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.function.Supplier;

/// Older calls are served by the newer ones that took their place. Their callers still read the
/// name of the call that they made when no driver supports it.
public final class NamedCall {
    private NamedCall() {}

    /// Makes a newer call on behalf of an older one.
    ///
    /// @param domain the part of libvirt that it belongs to
    /// @param function the C function that the application called
    public static <T> T of(ErrorDomain domain, String function, Supplier<T> newer) {
        try {
            return newer.get();
        } catch (LibvirtException e) {
            throw namesFunction(e) ? LibvirtException.unsupported(domain, function) : e;
        }
    }

    /// Makes a newer call without a result on behalf of an older one.
    ///
    /// @param domain the part of libvirt that it belongs to
    /// @param function the C function that the application called
    public static void run(ErrorDomain domain, String function, Runnable newer) {
        Supplier<Boolean> call =
                () -> {
                    newer.run();
                    return true;
                };
        of(domain, function, call);
    }

    private static boolean namesFunction(LibvirtException e) {
        return e.code() == ErrorCode.NO_SUPPORT
                && e.str2().filter(detail -> detail.startsWith("vir")).isPresent();
    }
}
