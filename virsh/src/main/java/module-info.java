/// virsh, virt-admin, virt-ssh-helper, virt-pki-query-dn and virt-pki-validate.
module dev.jvirt.virsh {
    requires dev.jvirt.api;
    requires dev.jvirt.remote;
    requires dev.jvirt.test;
    requires java.xml;
    requires org.jline.reader;
    requires static org.jspecify;

    exports dev.jvirt.virsh;
    exports dev.jvirt.virsh.admin;
    exports dev.jvirt.virsh.pki;
    exports dev.jvirt.virsh.shell;
    exports dev.jvirt.virsh.ssh;

    provides java.security.Provider with
            dev.jvirt.virsh.start.KernelRandom;
}
