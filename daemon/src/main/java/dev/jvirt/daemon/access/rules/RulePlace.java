package dev.jvirt.daemon.access.rules;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;

/// Where in which file a rule stands.
///
/// @param line from 1
public record RulePlace(String file, int line) {

    /// An error about what stands there.
    LibvirtException refuse(String why) {
        return new LibvirtException(ErrorDomain.CONF, ErrorCode.CONF_SYNTAX, this + ": " + why);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
