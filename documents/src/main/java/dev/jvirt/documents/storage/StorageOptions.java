package dev.jvirt.documents.storage;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Options for the programs that a pool is used with, in a namespace of their own: options of
/// `mount`, or settings of librbd.
///
/// @param values with their values, if the kind of pool has such
public record StorageOptions(StoragePoolKind kind, List<Option> values) {
    private static final String SCHEMAS = "http://libvirt.org/schemas/storagepool/";

    /// One option.
    public record Option(String name, Optional<String> value) {}

    /// Options with their own copy.
    public StorageOptions {
        values = List.copyOf(values);
    }

    static StorageOptions parse(Element pool, StoragePoolKind kind) {
        var values = new ArrayList<Option>();
        if (prefix(kind).isPresent()) {
            String uri = uri(kind);
            pool.child(element(kind), uri)
                    .ifPresent(
                            options -> {
                                for (Element option : options.children()) {
                                    if (option.name().equals("option")
                                            && option.namespace().equals(uri)) {
                                        values.add(option(option, kind));
                                    }
                                }
                            });
        }
        return new StorageOptions(kind, values);
    }

    private static Option option(Element option, StoragePoolKind kind) {
        String name =
                option.attribute("name")
                        .filter(n -> !n.isEmpty())
                        .orElseThrow(() -> refused("no option name found"));
        if (kind != StoragePoolKind.RBD) {
            return new Option(name, Optional.empty());
        }
        Optional<String> value = option.attribute("value");
        if (value.isEmpty()) {
            throw refused("missing value for RBD option '%s'".formatted(name));
        }
        return new Option(name, value);
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(XML_ERROR, detail);
    }

    private static Optional<String> prefix(StoragePoolKind kind) {
        return switch (kind) {
            case FS, NETFS -> Optional.of("fs");
            case RBD -> Optional.of("rbd");
            default -> Optional.empty();
        };
    }

    private static String element(StoragePoolKind kind) {
        return kind == StoragePoolKind.RBD ? "config_opts" : "mount_opts";
    }

    private static String uri(StoragePoolKind kind) {
        return SCHEMAS + prefix(kind).orElse("") + "/1.0";
    }

    void declare(XmlWriter out) {
        if (!values.isEmpty()) {
            out.attribute("xmlns:" + prefix(kind).orElse(""), uri(kind));
        }
    }

    void format(XmlWriter out) {
        if (values.isEmpty()) {
            return;
        }
        String prefix = prefix(kind).orElse("") + ':';
        out.start(prefix + element(kind));
        for (Option option : values) {
            out.start(prefix + "option")
                    .attribute("name", option.name())
                    .attribute("value", option.value())
                    .end();
        }
        out.end();
    }
}
