/// Prepares the modules of the product for a fast start; no part of the product itself.
module dev.jvirt.link {
    requires static org.jspecify;
    requires jdk.zipfs;

    exports dev.jvirt.link;
}
