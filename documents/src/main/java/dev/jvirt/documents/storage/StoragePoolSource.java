package dev.jvirt.documents.storage;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.StorageAuthentication;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<source>` of a pool: where its volumes come from.
///
/// @param folder that is shared by the host
/// @param name that the storage gives itself: a volume group, a Ceph pool, ...
/// @param initiator by which name an iSCSI target is asked
public record StoragePoolSource(
        List<Host> hosts,
        List<Device> devices,
        Optional<String> folder,
        Optional<StorageAdapter> adapter,
        Optional<String> name,
        Optional<String> initiator,
        Optional<StorageAuthentication> authentication,
        Origin origin) {
    /// `<host>`.
    public record Host(String name, OptionalInt port) {}

    /// `<device>`.
    ///
    /// @param partSeparator whether there is a `p` between its name and those of its partitions
    public record Device(String path, Optional<Boolean> partSeparator) {}

    /// What the storage is like, and who made it.
    ///
    /// @param format of what holds the volumes
    /// @param protocol version of the protocol that is spoken
    public record Origin(
            Optional<String> format,
            Optional<String> protocol,
            Optional<String> vendor,
            Optional<String> product) {}

    /// A source with its own copies.
    public StoragePoolSource {
        hosts = List.copyOf(hosts);
        devices = List.copyOf(devices);
    }

    static StoragePoolSource parse(Optional<Element> given, StoragePoolKind kind, String pool) {
        Optional<String> name = given.flatMap(s -> s.text("name"));
        return new StoragePoolSource(
                hosts(given),
                devices(given),
                given.flatMap(s -> s.child("dir"))
                        .flatMap(d -> d.attribute("path"))
                        .map(StoragePoolSource::cleaned)
                        .or(() -> standardFolder(kind)),
                given.flatMap(s -> s.child("adapter")).map(StorageAdapter::parse),
                kind.hasName() ? name.or(() -> Optional.of(pool)) : name,
                given.flatMap(s -> s.descend("initiator", "iqn")).flatMap(i -> i.attribute("name")),
                given.flatMap(s -> s.child("auth")).map(StorageAuthentication::parse),
                new Origin(
                        format(given, kind),
                        given.flatMap(s -> s.child("protocol")).flatMap(p -> p.attribute("ver")),
                        given.flatMap(s -> s.child("vendor")).flatMap(v -> v.attribute("name")),
                        given.flatMap(s -> s.child("product")).flatMap(p -> p.attribute("name"))));
    }

    private static Optional<String> standardFolder(StoragePoolKind kind) {
        return kind == StoragePoolKind.GLUSTER ? Optional.of("/") : Optional.empty();
    }

    private static List<Host> hosts(Optional<Element> source) {
        var hosts = new ArrayList<Host>();
        for (Element host : source.map(s -> s.children("host")).orElse(List.of())) {
            hosts.add(
                    new Host(
                            host.attribute("name")
                                    .orElseThrow(() -> refused("missing storage pool host name")),
                            host.unsigned("port")));
        }
        return hosts;
    }

    private static List<Device> devices(Optional<Element> source) {
        var devices = new ArrayList<Device>();
        for (Element device : source.map(s -> s.children("device")).orElse(List.of())) {
            devices.add(
                    new Device(
                            device.attribute("path")
                                    .orElseThrow(
                                            () ->
                                                    refused(
                                                            "missing storage pool source device"
                                                                    + " path")),
                            device.yesNo("part_separator")));
        }
        return devices;
    }

    private static Optional<String> format(Optional<Element> source, StoragePoolKind kind) {
        List<String> formats = kind.sourceFormats();
        if (formats.isEmpty()) {
            return Optional.empty();
        }
        String word =
                source.flatMap(s -> s.child("format"))
                        .flatMap(f -> f.attribute("type"))
                        .orElse(formats.getFirst());
        if (!formats.contains(word)) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown pool format type %s".formatted(word));
        }
        return Optional.of(word);
    }

    void check(StoragePoolKind kind) {
        if (kind.needsHost() && hosts.isEmpty()) {
            throw refused("missing storage pool source host name");
        }
        if (kind.hasFolder() && folder.isEmpty()) {
            throw refused("missing storage pool source path");
        }
        if (kind.needsDevice() && devices.isEmpty()) {
            throw refused("missing storage pool source device name");
        }
        if (kind == StoragePoolKind.ISCSI_DIRECT && initiator.isEmpty()) {
            throw refused("missing initiator IQN");
        }
        if (kind == StoragePoolKind.SCSI && adapter.isEmpty()) {
            throw refused("missing storage pool source adapter");
        }
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    /// A path without what makes no difference: slashes at the end, and all but one in a row.
    static String cleaned(String path) {
        var clean = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            boolean doubled =
                    path.charAt(i) == '/'
                            && !clean.isEmpty()
                            && clean.charAt(clean.length() - 1) == '/';
            if (!doubled || i == 1 && path.length() > 2 && path.charAt(2) != '/') {
                clean.append(path.charAt(i));
            }
        }
        if (clean.length() > 1 && clean.charAt(clean.length() - 1) == '/') {
            clean.setLength(clean.length() - 1);
        }
        return clean.toString();
    }

    void format(XmlWriter out, StoragePoolKind kind) {
        out.start("source");
        if (kind.needsHost()) {
            for (Host host : hosts) {
                out.start("host")
                        .attribute("name", host.name())
                        .attribute("port", host.port())
                        .end();
            }
        }
        if (kind.hasDevices()) {
            for (Device device : devices) {
                out.start("device")
                        .attribute("path", device.path())
                        .yesNo("part_separator", device.partSeparator())
                        .end();
            }
        }
        if (kind.hasFolder()) {
            folder.ifPresent(path -> out.start("dir").attribute("path", path).end());
        }
        if (kind == StoragePoolKind.SCSI) {
            adapter.ifPresent(a -> a.format(out));
        }
        if (kind.hasName()) {
            out.leaf("name", name);
        }
        if (kind == StoragePoolKind.ISCSI_DIRECT) {
            initiator.ifPresent(
                    iqn -> {
                        out.start("initiator");
                        out.start("iqn").attribute("name", iqn).end();
                        out.end();
                    });
        }
        authentication.ifPresent(a -> a.format(out));
        formatOrigin(out);
        out.closeEmpty();
    }

    private void formatOrigin(XmlWriter out) {
        origin.format().ifPresent(f -> out.start("format").attribute("type", f).end());
        origin.protocol().ifPresent(v -> out.start("protocol").attribute("ver", v).end());
        origin.vendor().ifPresent(v -> out.start("vendor").attribute("name", v).end());
        origin.product().ifPresent(p -> out.start("product").attribute("name", p).end());
    }
}
