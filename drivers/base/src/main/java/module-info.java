/// What drivers that work on this host share.
module dev.jvirt.base {
    requires transitive dev.jvirt.api;
    requires transitive dev.jvirt.documents;
    requires transitive dev.jvirt.host;
    requires static org.jspecify;

    exports dev.jvirt.base;
    exports dev.jvirt.base.audit;
    exports dev.jvirt.base.domain;
    exports dev.jvirt.base.job;
    exports dev.jvirt.base.store;
}
