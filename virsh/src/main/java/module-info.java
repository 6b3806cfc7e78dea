/// virsh and virt-admin.
module dev.jvirt.virsh {
    requires dev.jvirt.api;
    requires dev.jvirt.remote;
    requires dev.jvirt.test;
    requires java.xml;
    requires org.jline.reader;
    requires static org.jspecify;

    exports dev.jvirt.virsh;
    exports dev.jvirt.virsh.admin;
    exports dev.jvirt.virsh.shell;
}
