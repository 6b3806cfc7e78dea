package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.MetadataChange;
import dev.jvirt.api.domain.MetadataPart;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Identity;
import dev.jvirt.documents.xml.Metadata;
import dev.jvirt.documents.xml.Namespace;
import java.util.Optional;

/// Titles, descriptions, and what applications keep in the documents of domains.
final class DomainNotes {
    private final DomainAccess access;

    DomainNotes(DomainAccess access) {
        this.access = access;
    }

    /// What is noted down, or NO_DOMAIN_METADATA.
    String read(DomainId domain, MetadataPart part, Flags<DomainAffectFlag> flags) {
        Identity identity = access.definition(domain, flags).identity();
        Optional<String> found =
                switch (part.type()) {
                    case DESCRIPTION -> identity.description();
                    case TITLE -> identity.title();
                    case ELEMENT -> identity.metadata().flatMap(m -> Metadata.text(m, uri(part)));
                    case UNKNOWN -> throw unknown();
                };
        return found.orElseThrow(
                () ->
                        new LibvirtException(
                                ErrorDomain.DOMAIN,
                                ErrorCode.NO_DOMAIN_METADATA,
                                "Requested metadata element is not present"));
    }

    private static String uri(MetadataPart part) {
        return part.uri().orElse("");
    }

    private static LibvirtException unknown() {
        return new LibvirtException(
                ErrorDomain.DOMAIN, ErrorCode.INVALID_ARG, "unknown metadata type");
    }

    /// Notes something down, or removes it.
    void write(DomainId domain, MetadataChange change, Flags<DomainAffectFlag> flags) {
        access.change(
                domain,
                "virDomainSetMetadata",
                object -> {
                    DomainAccess.redefine(
                            object, flags, (definition, _) -> noted(definition, change));
                    access.world()
                            .events()
                            .emit(
                                    new DomainEvent.MetadataChange(
                                            object.identity(),
                                            change.part().type(),
                                            change.part().uri()));
                });
    }

    private static DomainDefinition noted(DomainDefinition definition, MetadataChange change) {
        Identity identity = definition.identity();
        return definition.withIdentity(
                switch (change.part().type()) {
                    case DESCRIPTION -> identity.withDescription(text(change));
                    case TITLE -> identity.withTitle(text(change));
                    case ELEMENT -> noted(identity, change);
                    case UNKNOWN -> throw unknown();
                });
    }

    private static Optional<String> text(MetadataChange change) {
        return change.value().filter(text -> !text.isEmpty());
    }

    private static Identity noted(Identity identity, MetadataChange change) {
        String uri = uri(change.part());
        if (change.value().isEmpty()) {
            return identity.withMetadata(identity.metadata().map(m -> Metadata.without(m, uri)));
        }
        var namespace = new Namespace(change.key().orElse(""), uri);
        try {
            return identity.withMetadata(
                    Optional.of(
                            Metadata.with(identity.metadata(), change.value().get(), namespace)));
        } catch (LibvirtException malformed) {
            throw malformed.in(ErrorDomain.DOMAIN);
        }
    }
}
