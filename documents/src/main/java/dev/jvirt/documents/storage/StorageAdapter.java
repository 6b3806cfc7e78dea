package dev.jvirt.documents.storage;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<adapter>`: the SCSI host whose disks are the volumes of a pool.
public sealed interface StorageAdapter {
    /// A host that is there, by its name or its place.
    ///
    /// @param uniqueId which one of several at the same place
    record ScsiHost(Optional<String> name, Optional<Address.Pci> place, OptionalInt uniqueId)
            implements StorageAdapter {}

    /// A host that is made on another one, by its names on the fabric.
    ///
    /// @param managed whether it goes when the pool does
    record FcHost(Parent parent, Optional<Boolean> managed, String wwnn, String wwpn)
            implements StorageAdapter {}

    /// On which host another one is made; any that can do so if nothing is said.
    record Parent(
            Optional<String> name,
            Optional<String> wwnn,
            Optional<String> wwpn,
            Optional<String> fabricWwn) {}

    /// The kinds.
    enum Kind implements Word {
        SCSI_HOST,
        FC_HOST;

        @Override
        public String spelling() {
            return this == SCSI_HOST ? "scsi_host" : "fc_host";
        }
    }

    /// Reads the element.
    static StorageAdapter parse(Element adapter) {
        Kind kind = adapter.choice("type", Kind.class).orElse(Kind.SCSI_HOST);
        return kind == Kind.FC_HOST ? fcHost(adapter) : scsiHost(adapter);
    }

    private static FcHost fcHost(Element adapter) {
        return new FcHost(
                new Parent(
                        adapter.attribute("parent"),
                        adapter.attribute("parent_wwnn"),
                        adapter.attribute("parent_wwpn"),
                        adapter.attribute("parent_fabric_wwn")),
                adapter.yesNo("managed"),
                name(adapter, "wwnn"),
                name(adapter, "wwpn"));
    }

    private static String name(Element adapter, String which) {
        return adapter.attribute(which)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        XML_ERROR,
                                        "'wwnn' and 'wwpn' must be specified for adapter type"
                                                + " 'fchost'"));
    }

    private static ScsiHost scsiHost(Element adapter) {
        var parent = adapter.child("parentaddr");
        var host =
                new ScsiHost(
                        adapter.attribute("name"),
                        parent.flatMap(p -> p.child("address")).map(Address.Pci::parse),
                        parent.map(p -> p.unsigned("unique_id")).orElse(OptionalInt.empty()));
        if (host.name().isEmpty() && host.place().isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Either 'name' or 'parent' must be specified for the 'scsi_host' adapter");
        }
        return host;
    }

    /// Writes the element.
    default void format(XmlWriter out) {
        out.start("adapter");
        switch (this) {
            case FcHost host ->
                    out.attribute("type", Kind.FC_HOST)
                            .attribute("parent", host.parent().name())
                            .attribute("parent_wwnn", host.parent().wwnn())
                            .attribute("parent_wwpn", host.parent().wwpn())
                            .attribute("parent_fabric_wwn", host.parent().fabricWwn())
                            .yesNo("managed", host.managed())
                            .attribute("wwnn", host.wwnn())
                            .attribute("wwpn", host.wwpn());
            case ScsiHost host -> {
                out.attribute("type", Kind.SCSI_HOST).attribute("name", host.name());
                host.place()
                        .ifPresent(
                                place -> {
                                    out.start("parentaddr").attribute("unique_id", host.uniqueId());
                                    out.start("address");
                                    place.formatPlace(out);
                                    out.end();
                                    out.end();
                                });
            }
        }
        out.end();
    }
}
