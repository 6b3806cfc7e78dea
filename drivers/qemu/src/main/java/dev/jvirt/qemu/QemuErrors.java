package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// Errors of this driver.
final class QemuErrors {
    private QemuErrors() {}

    /// An operation that the state of the domain forbids.
    static LibvirtException invalid(String detail) {
        return error(ErrorCode.OPERATION_INVALID, detail);
    }

    /// An error that this part of libvirt reports.
    static LibvirtException error(ErrorCode code, String detail) {
        return new LibvirtException(ErrorDomain.QEMU, code, detail);
    }
}
