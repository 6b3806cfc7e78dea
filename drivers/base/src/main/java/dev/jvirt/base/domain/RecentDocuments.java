package dev.jvirt.base.domain;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// The documents that were asked for last: many ask again and again for one that has not changed.
///
/// A document has one place, by the name of its domain; another one takes it when it comes.
/// Definitions never change, so what is kept is true as long as it is about an equal one.
final class RecentDocuments {
    private static final int PLACES = 128;

    private final AtomicReferenceArray<Document> places = new AtomicReferenceArray<>(PLACES);

    private record Document(DomainDefinition definition, FormatFlags flags, String text) {
        boolean isOf(DomainDefinition other, FormatFlags otherFlags) {
            return definition.equals(other) && flags.equals(otherFlags);
        }
    }

    /// The document of a definition.
    String format(DomainDefinition definition, FormatFlags flags) {
        int place = Math.floorMod(31 * definition.name().hashCode() + flags.hashCode(), PLACES);
        Document recent = places.get(place);
        if (recent != null && recent.isOf(definition, flags)) {
            return recent.text();
        }
        String text = definition.format(flags);
        places.set(place, new Document(definition, flags, text));
        return text;
    }
}
