/// Values of the API as they travel, and back: what both halves of the remote driver share.
module dev.jvirt.bridge {
    requires transitive dev.jvirt.api;
    requires transitive dev.jvirt.protocol;
    requires static org.jspecify;

    exports dev.jvirt.bridge;
    exports dev.jvirt.bridge.event;
}
