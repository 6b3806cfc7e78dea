package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// The complaints of this driver.
final class TestErrors {
    private TestErrors() {}

    static LibvirtException invalidArgument(String detail) {
        return new LibvirtException(ErrorDomain.TEST, ErrorCode.INVALID_ARG, detail);
    }

    static LibvirtException invalidOperation(String detail) {
        return new LibvirtException(ErrorDomain.TEST, ErrorCode.OPERATION_INVALID, detail);
    }

    static LibvirtException internal(String detail) {
        return new LibvirtException(ErrorDomain.TEST, ErrorCode.INTERNAL_ERROR, detail);
    }

    static LibvirtException unsupported(String detail) {
        return new LibvirtException(ErrorDomain.TEST, ErrorCode.OPERATION_UNSUPPORTED, detail);
    }

    static LibvirtException parameter(String name) {
        return new LibvirtException(
                ErrorCode.ARGUMENT_UNSUPPORTED, "parameter '%s' not supported".formatted(name));
    }
}
