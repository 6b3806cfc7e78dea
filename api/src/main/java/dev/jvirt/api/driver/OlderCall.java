package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;

/// A call that a newer one serves: where that is not supported, the error names the call that the
/// application made.
///
/// @param function its C function
record OlderCall(String function) {
    static OlderCall of(String function) {
        return new OlderCall(function);
    }

    /// Makes the newer call.
    void run(Runnable newer) {
        try {
            newer.run();
        } catch (LibvirtException e) {
            throw e.code() == ErrorCode.NO_SUPPORT
                    ? LibvirtException.unsupported(e.domain(), function)
                    : e;
        }
    }
}
