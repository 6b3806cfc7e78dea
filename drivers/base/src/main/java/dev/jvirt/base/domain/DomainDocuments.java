package dev.jvirt.base.domain;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.documents.domain.completion.DomainDefaults;
import dev.jvirt.documents.domain.validation.DomainValidation;
import dev.jvirt.documents.xml.Element;
import java.util.function.Supplier;

/// Reads the documents by which users define domains: what comes out is complete and makes sense.
public final class DomainDocuments {
    private final DomainDefaults defaults;
    private final DomainValidation validation;

    /// Reads documents for one driver.
    public DomainDocuments(DomainDefaults defaults, DomainValidation validation) {
        this.defaults = defaults;
        this.validation = validation;
    }

    /// The definition in a document.
    ///
    /// @throws LibvirtException if it is malformed or asks for what makes no sense
    public DomainDefinition read(String xml) {
        return blamed(() -> finish(DomainDefinition.parse(xml, ParseFlags.INACTIVE)));
    }

    /// The definition in a part of a larger document.
    ///
    /// @throws LibvirtException if it asks for what makes no sense
    public DomainDefinition read(Element domain) {
        return blamed(() -> finish(DomainDefinition.parse(domain, ParseFlags.INACTIVE)));
    }

    private DomainDefinition finish(DomainDefinition parsed) {
        DomainDefinition complete = defaults.complete(parsed);
        validation.check(complete);
        return complete;
    }

    private static DomainDefinition blamed(Supplier<DomainDefinition> reading) {
        try {
            return reading.get();
        } catch (LibvirtException refused) {
            throw refused.in(ErrorDomain.DOMAIN);
        }
    }
}
