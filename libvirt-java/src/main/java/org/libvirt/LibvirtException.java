package org.libvirt;

import dev.jvirt.api.ErrorCode;
import java.io.Serial;

/// A call failed; [#getError()] tells libvirt's error.
public class LibvirtException extends Exception {
    @Serial private static final long serialVersionUID = 5566904363426773529L;

    private final Error virError;

    LibvirtException(dev.jvirt.api.LibvirtException error) {
        super(error.getMessage(), error);
        this.virError = new Error(error);
    }

    /// The error of a call for a C function: one that our client reports of another function with
    /// the same purpose is about this one.
    static LibvirtException of(String function, dev.jvirt.api.LibvirtException error) {
        boolean other =
                error.code() == ErrorCode.NO_SUPPORT
                        && error.str2().filter(name -> !name.equals(function)).isPresent();
        return new LibvirtException(
                other
                        ? new dev.jvirt.api.LibvirtException(
                                error.domain(), error.code(), function, error)
                        : error);
    }

    /// libvirt's error.
    public Error getError() {
        return virError;
    }
}
