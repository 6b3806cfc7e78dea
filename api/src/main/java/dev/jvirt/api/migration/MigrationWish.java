package dev.jvirt.api.migration;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.domain.MigrationOptions;
import dev.jvirt.api.domain.MigrationParameter;
import dev.jvirt.api.domain.MigrationTerms;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What the application asked for, as far as protocols without typed parameters can carry it.
///
/// @param xml the domain's document at the destination; empty: as it is
public record MigrationWish(
        Optional<String> xml, MigrationOptions options, Flags<DomainMigrateFlag> flags) {

    private static final Set<String> NAMES =
            Set.of(
                    MigrationParameter.URI,
                    MigrationParameter.DEST_NAME,
                    MigrationParameter.DEST_XML,
                    MigrationParameter.BANDWIDTH);

    /// Whether nothing gets lost of the parameters.
    static boolean carries(TypedParameters parameters) {
        return parameters.parameters().stream().allMatch(one -> NAMES.contains(one.name()));
    }

    /// Whether the parameters have a document.
    static boolean hasXml(TypedParameters parameters) {
        return parameters.get(MigrationParameter.DEST_XML).isPresent();
    }

    /// The wish in these parameters.
    ///
    /// @throws dev.jvirt.api.LibvirtException INVALID_ARG if one is of the wrong type
    static MigrationWish of(TypedParameters parameters, Flags<DomainMigrateFlag> flags) {
        Optional<String> uri = parameters.getString(MigrationParameter.URI);
        Optional<String> name = parameters.getString(MigrationParameter.DEST_NAME);
        Optional<String> xml = parameters.getString(MigrationParameter.DEST_XML);
        OptionalLong bandwidth = parameters.getUnsignedLong(MigrationParameter.BANDWIDTH);
        return new MigrationWish(xml, new MigrationOptions(name, uri, bandwidth.orElse(0)), flags);
    }

    /// The same wish as parameters.
    public TypedParameters parameters() {
        var parameters = TypedParameters.builder();
        options.uri().ifPresent(uri -> put(parameters, MigrationParameter.URI, uri));
        options.name().ifPresent(name -> put(parameters, MigrationParameter.DEST_NAME, name));
        xml.ifPresent(document -> put(parameters, MigrationParameter.DEST_XML, document));
        return parameters
                .put(MigrationParameter.BANDWIDTH, TypedValue.ofUnsignedLong(options.bandwidth()))
                .build();
    }

    private static void put(TypedParameters.Builder parameters, String name, String value) {
        parameters.put(name, TypedValue.ofString(value));
    }

    /// The same wish with other flags.
    MigrationWish with(Flags<DomainMigrateFlag> changed) {
        return new MigrationWish(xml, options, changed);
    }

    /// What a step is told that takes no parameters.
    MigrationTerms terms(Flags<DomainMigrateFlag> stepFlags) {
        return new MigrationTerms(
                Integer.toUnsignedLong(stepFlags.bits()), options.name(), options.bandwidth());
    }
}
