/// Tests against the golden corpus and against foreign peers, and benchmarks.
module dev.jvirt.tests {
    requires com.fasterxml.jackson.core;
    requires dev.jvirt.api;
    requires dev.jvirt.documents;
    requires dev.jvirt.guests;
    requires dev.jvirt.qemu;
    requires dev.jvirt.remote;
    requires dev.jvirt.virsh;
    requires static org.jspecify;
    // the rules of the house are checked on syntax trees
    requires jdk.compiler;
}
