package dev.jvirt.api;

import java.util.List;

/// What only containers can do.
///
/// Entering a container changes the one thread of the process that does it. A Java process has many
/// threads and does not rule over them, so the three calls for that always refuse: start a program
/// that enters, for example `nsenter` with the files of [#openNamespaces].
///
/// @param domain that it belongs to
@SuppressWarnings("DoNotCallSuggester") // where they are looked for, they say why not
public record LxcDomain(Domain domain) {
    /// Opens the namespaces of a running container (`virDomainLxcOpenNamespace`). Only a connection
    /// through a unix socket of this host can do so.
    ///
    /// @param flags 0
    /// @return one file for each namespace; the caller closes them
    /// @since 1.0.2
    public List<OpenFile> openNamespaces(int flags) {
        return domain.connection()
                .changing(ErrorDomain.NONE, "virDomainLxcOpenNamespace")
                .lxc()
                .openNamespaces(domain.identity(), flags);
    }

    /// Does not enter namespaces (`virDomainLxcEnterNamespace`).
    ///
    /// @throws LibvirtException NO_SUPPORT always
    /// @since 1.0.2
    public List<OpenFile> enterNamespaces(List<OpenFile> namespaces, int flags) {
        throw LibvirtException.unsupported(ErrorDomain.NONE, "virDomainLxcEnterNamespace");
    }

    /// Does not take on the security label of a container (`virDomainLxcEnterSecurityLabel`).
    ///
    /// @throws LibvirtException NO_SUPPORT always
    /// @since 1.0.4
    public void enterSecurityLabel(int flags) {
        throw LibvirtException.unsupported(ErrorDomain.NONE, "virDomainLxcEnterSecurityLabel");
    }

    /// Does not enter the control groups of a container (`virDomainLxcEnterCGroup`).
    ///
    /// @throws LibvirtException NO_SUPPORT always
    /// @since 2.0.0
    public void enterControlGroup(int flags) {
        throw LibvirtException.unsupported(ErrorDomain.NONE, "virDomainLxcEnterCGroup");
    }
}
