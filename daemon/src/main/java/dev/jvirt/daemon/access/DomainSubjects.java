package dev.jvirt.daemon.access;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.MigrationParameter;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainCreateXmlWithFiles;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainRestore;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainRestoreFlags;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainRestoreParams;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainSaveImageDefineXml;
import dev.jvirt.protocol.domain.DomainSaveCalls.DomainSaveImageGetXmlDesc;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish2;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigrateFinish3Params;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepare2;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepare3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepare3Params;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepareTunnel;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepareTunnel3;
import dev.jvirt.protocol.domain.MigrationCalls.DomainMigratePrepareTunnel3Params;
import dev.jvirt.protocol.domain.RemoteDomainCheckpoint;
import dev.jvirt.protocol.domain.RemoteDomainSnapshot;
import dev.jvirt.protocol.remote.DomainCalls.DomainCreateXml;
import dev.jvirt.protocol.remote.DomainCalls.DomainDefineXml;
import dev.jvirt.protocol.remote.DomainCalls.DomainDefineXmlFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupById;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByName;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByUuid;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.TypedParameter;
import dev.jvirt.protocol.wire.TypedValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which domain a call is about.
///
/// @param connection to look it up
record DomainSubjects(Connection connection) {

    /// @param subject what the call names, or the call itself
    Map<String, String> attributes(Object subject) {
        return switch (subject) {
            case RemoteDomain domain -> known(domain);
            case RemoteDomainSnapshot snapshot -> known(snapshot.domain());
            case RemoteDomainCheckpoint checkpoint -> known(checkpoint.domain());
            case DomainLookupById(int id) -> known(connection.lookupDomainById(id));
            case DomainLookupByName(var name) -> known(connection.lookupDomainByName(name));
            case DomainLookupByUuid(var uuid) -> known(connection.lookupDomainByUuid(uuid));
            case DomainCreateXml(var xml, _) -> described(xml);
            case DomainCreateXmlWithFiles(var xml, _) -> described(xml);
            case DomainDefineXml(var xml) -> described(xml);
            case DomainDefineXmlFlags(var xml, _) -> described(xml);
            default -> saved(subject);
        };
    }

    private Map<String, String> saved(Object call) {
        return switch (call) {
            case DomainRestore(var file) -> image(file);
            case DomainRestoreFlags(var file, var xml, _) ->
                    xml.map(DomainSubjects::described).orElseGet(() -> image(file));
            case DomainRestoreParams(var parameters, _) ->
                    text(parameters, "dxml")
                            .map(DomainSubjects::described)
                            .or(() -> text(parameters, "file").map(this::image))
                            .orElse(Map.of());
            case DomainSaveImageDefineXml(var file, _, _) -> image(file);
            case DomainSaveImageGetXmlDesc(var file, _) -> image(file);
            default -> arriving(call);
        };
    }

    /// A domain that comes from another host has no life here before it is prepared.
    private Map<String, String> arriving(Object call) {
        return switch (call) {
            case DomainMigratePrepare2(_, _, var name, _, var xml) -> described(xml, name);
            case DomainMigratePrepareTunnel(_, var name, _, var xml) -> described(xml, name);
            case DomainMigratePrepare3(_, _, _, var name, _, var xml) -> described(xml, name);
            case DomainMigratePrepareTunnel3(_, _, var name, _, var xml) -> described(xml, name);
            case DomainMigratePrepare3Params(var parameters, _, _) -> described(parameters);
            case DomainMigratePrepareTunnel3Params(var parameters, _, _) -> described(parameters);
            case DomainMigrateFinish(var name, _, _, _) -> arrived(name);
            case DomainMigrateFinish2(var name, _, _, _, _) -> arrived(name);
            case DomainMigrateFinish3(var name, _, _, _, _, _) -> arrived(name);
            case DomainMigrateFinish3Params(var parameters, _, _, _) ->
                    text(parameters, MigrationParameter.DEST_NAME)
                            .map(this::arrived)
                            .orElse(Map.of());
            default -> Map.of();
        };
    }

    private Map<String, String> known(RemoteDomain named) {
        return known(connection.lookupDomainByUuid(named.uuid()));
    }

    private static Map<String, String> known(Domain domain) {
        return ObjectAttributes.of(domain);
    }

    private Map<String, String> arrived(String name) {
        return known(connection.lookupDomainByName(name));
    }

    private static Map<String, String> described(String xml) {
        return DocumentAttributes.of(ObjectType.DOMAIN, xml);
    }

    private static Map<String, String> described(String xml, Optional<String> newName) {
        return new Attributes()
                .putAll(described(xml))
                .put(ObjectAttributes.DOMAIN_NAME, newName)
                .get();
    }

    private static Map<String, String> described(List<TypedParameter> parameters) {
        return text(parameters, MigrationParameter.DEST_XML)
                .map(xml -> described(xml, text(parameters, MigrationParameter.DEST_NAME)))
                .orElse(Map.of());
    }

    private Map<String, String> image(String file) {
        return described(connection.savedDomains().xml(file, Flags.none()));
    }

    private static Optional<String> text(List<TypedParameter> parameters, String name) {
        for (TypedParameter parameter : parameters) {
            if (parameter.field().equals(name)
                    && parameter.value() instanceof TypedValue.OfString(var text)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
