/// The packages of libvirt-java on top of our own client.
module dev.jvirt.libvirt.java {
    requires dev.jvirt.api;
    // whatever URI a program opens
    requires dev.jvirt.remote;
    requires dev.jvirt.test;
    requires static org.jspecify;

    exports org.libvirt;
    exports org.libvirt.event;
}
