/// virsh, virt-admin and virt-ssh-helper.
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
    exports dev.jvirt.virsh.ssh;

    provides java.security.Provider with
            dev.jvirt.virsh.start.KernelRandom;
}
