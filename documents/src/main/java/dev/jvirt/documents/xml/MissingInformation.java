package dev.jvirt.documents.xml;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.ErrorLevel;
import dev.jvirt.api.LibvirtException;

/// Errors that say what is missing but have nothing more to tell, so that libvirt's shorter words
/// are used.
public final class MissingInformation {
    private MissingInformation() {}

    /// The error for a document without a name.
    public static LibvirtException name() {
        return bare(ErrorCode.NO_NAME, "missing name information");
    }

    /// The error for a device without a source.
    ///
    /// @param device what is known of the device; may be empty
    public static LibvirtException source(String device) {
        return device.isEmpty()
                ? bare(ErrorCode.NO_SOURCE, "missing source information for device")
                : new LibvirtException(ErrorCode.NO_SOURCE, device);
    }

    /// The error for a device without a target.
    ///
    /// @param device what is known of the device; may be empty
    public static LibvirtException target(String device) {
        return device.isEmpty()
                ? bare(ErrorCode.NO_TARGET, "missing target information for device")
                : new LibvirtException(ErrorCode.NO_TARGET, device);
    }

    private static LibvirtException bare(ErrorCode code, String message) {
        return new LibvirtException(
                ErrorDomain.NONE,
                code,
                ErrorLevel.ERROR,
                message,
                message,
                null,
                null,
                -1,
                -1,
                null);
    }
}
