package dev.jvirt.base.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.domain.DomainDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainAuditTest {
    private static final String UUID = "da2a4009-e0bd-4216-8e3f-60125c4b10df";

    private static final String XML =
            """
            <domain type='qemu'><name>%s</name><uuid>%s</uuid><memory unit='MiB'>64</memory>
            <vcpu current='1'>2</vcpu><iothreads>2</iothreads>
            <os><type arch='x86_64' machine='pc'>hvm</type></os>
            <devices>
            <disk type='file'><source file='/d/a.img'/><target dev='vda' bus='virtio'/></disk>
            <disk type='file' device='cdrom'><target dev='hdc' bus='ide'/></disk>
            <interface type='user'><mac address='52:54:00:11:22:33'/></interface>
            <hostdev mode='subsystem' type='pci'>
            <source><address domain='0' bus='6' slot='2' function='1'/></source></hostdev>
            <rng model='virtio'><backend model='random'>/dev/urandom</backend></rng>
            <serial type='file'><source path='/d/ser "1"'/></serial>
            <channel type='unix'><source mode='bind' path='/d/agent'/>
            <target type='virtio' name='org.qemu.guest_agent.0'/></channel>
            <shmem name='sh0'><model type='ivshmem-plain'/><size unit='M'>4</size></shmem>
            </devices></domain>
            """;

    private final List<String> records = new ArrayList<>();
    private final DomainAudit audit =
            new DomainAudit(
                    (kind, success, text) -> records.add(kind + " " + success + " " + text));

    private static DomainDefinition domain(String name) {
        return DomainDefinition.parse(XML.formatted(name, UUID));
    }

    /// The texts are those of libvirt 9.0.0, but for the quotes around the name of the shared
    /// memory.
    @Test
    void allThatADomainGetsIsTold() {
        audit.started(domain("web"), "booted", 4711, true);

        String names = " reason=start vm=\"web\" uuid=" + UUID;
        assertThat(records)
                .containsExactly(
                        resource("disk", names, "old-disk=\"?\" new-disk=\"/d/a.img\""),
                        resource("net", names, "old-net=\"?\" new-net=\"52:54:00:11:22:33\""),
                        resource("hostdev", names, "bus=pci device=\"0000:06:02.1\""),
                        resource(
                                "chardev",
                                names,
                                "old-chardev=\"?\" new-chardev=2F642F736572202231" + "22"),
                        resource("chardev", names, "old-chardev=\"?\" new-chardev=\"/d/agent\""),
                        resource("rng", names, "old-rng=\"?\" new-rng=\"/dev/urandom\""),
                        resource("shmem", names, "size=4194304 path=\"/dev/shm/sh0\""),
                        resource("mem", names, "old-mem=0 new-mem=65536"),
                        resource("vcpu", names, "old-vcpu=0 new-vcpu=1"),
                        resource("iothread", names, "old-iothread=0 new-iothread=2"),
                        "CONTROL true virt=qemu op=start reason=booted vm=\"web\" uuid="
                                + UUID
                                + " vm-pid=4711");
    }

    private static String resource(String kind, String names, String fields) {
        return "RESOURCE true virt=qemu resrc=" + kind + names + " " + fields;
    }

    @Test
    void namesThatCouldEndAFieldAreHexadecimal() {
        audit.stopped(domain("we b&quot;x"), "destroyed");

        assertThat(records)
                .containsExactly(
                        "CONTROL true virt=qemu op=stop reason=destroyed vm=776520622278 uuid="
                                + UUID
                                + " vm-pid=0");
    }
}
