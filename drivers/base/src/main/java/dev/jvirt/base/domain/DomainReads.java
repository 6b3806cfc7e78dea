package dev.jvirt.base.domain;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;

/// Answers to calls that only read what domains publish: nothing here waits.
public final class DomainReads {
    private final DomainList domains;

    /// Answers about the domains of a list.
    public DomainReads(DomainList domains) {
        this.domains = domains;
    }

    /// What is published of the domain that is meant, or NO_DOMAIN.
    public PublishedDomain of(DomainId domain) {
        return domains.require(domain).published();
    }

    /// The summary of a domain.
    ///
    /// @param cpuTime nanoseconds that it used so far
    public static DomainInfo info(PublishedDomain domain, long cpuTime) {
        var memory = domain.current().memory();
        return new DomainInfo(
                domain.status().state(),
                memory.total(),
                memory.current(),
                domain.current().vcpus().current(),
                cpuTime);
    }

    /// The document of a domain: of the running one, or of the next start with INACTIVE.
    public String xml(PublishedDomain domain, Flags<DomainXmlFlag> flags) {
        boolean inactive = flags.has(DomainXmlFlag.INACTIVE);
        return xml(inactive ? domain.inactive() : domain.current(), flags);
    }

    /// The document of a definition.
    public String xml(DomainDefinition definition, Flags<DomainXmlFlag> flags) {
        return domains.format(
                definition,
                new FormatFlags(
                        flags.has(DomainXmlFlag.SECURE),
                        flags.has(DomainXmlFlag.INACTIVE),
                        flags.has(DomainXmlFlag.MIGRATABLE),
                        false));
    }

    /// The kind of operating system interface.
    public String osType(DomainId domain) {
        return of(domain).current().os().type().word();
    }

    /// The most memory it may have, in KiB.
    public long maxMemory(DomainId domain) {
        return of(domain).current().memory().total();
    }
}
