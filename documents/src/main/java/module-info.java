/// The XML documents of libvirt as immutable values: parse, check, format.
module dev.jvirt.documents {
    requires transitive dev.jvirt.api;
    requires static org.jspecify;

    exports dev.jvirt.documents.domain;
    exports dev.jvirt.documents.domain.completion;
    exports dev.jvirt.documents.domain.validation;
    exports dev.jvirt.documents.host;
    exports dev.jvirt.documents.network;
    exports dev.jvirt.documents.snapshot;
    exports dev.jvirt.documents.storage;
    exports dev.jvirt.documents.xml;
}
