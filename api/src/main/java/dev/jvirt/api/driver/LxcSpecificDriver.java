package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainId;
import java.util.List;

/// What only a driver of containers can do. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
public interface LxcSpecificDriver {
    /// Opens the namespaces of a running container, and gives them away. `flags` must be 0.
    @Since("1.0.2")
    default List<OpenFile> openNamespaces(DomainId domain, int flags) {
        throw LibvirtException.unsupported(ErrorDomain.NONE, "virDomainLxcOpenNamespace");
    }
}
