package dev.jvirt.qemu.command;

import static dev.jvirt.qemu.command.CommandLines.build;
import static dev.jvirt.qemu.command.CommandLines.domain;
import static dev.jvirt.qemu.command.CommandLines.pc;
import static dev.jvirt.qemu.command.CommandLines.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineBuilderTest {
    @Test
    void aDomainWithoutDevicesHasTheMachineAlone() {
        var line = build(pc(""));

        assertThat(line.toShellText())
                .isEqualTo(
                        "LC_ALL=C PATH=/bin HOME=/lib/domain-1-small"
                                + " XDG_DATA_HOME=/lib/domain-1-small/.local/share"
                                + " XDG_CACHE_HOME=/lib/domain-1-small/.cache"
                                + " XDG_CONFIG_HOME=/lib/domain-1-small/.config"
                                + " /usr/bin/qemu-system-x86_64 -name guest=small,debug-threads=on -S"
                                + " -object"
                                + " secret,id=masterKey0,format=raw,file=/lib/domain-1-small/master-key.aes"
                                + " -machine pc,usb=off,dump-guest-core=off -accel tcg -m 64"
                                + " -overcommit mem-lock=off -smp 2,sockets=2,cores=1,threads=1 -uuid"
                                + " c7a5fdbd-edaf-9455-926a-d65c16db1809 -display none -no-user-config"
                                + " -nodefaults -chardev socket,id=charmonitor,fd=3,server=on,wait=off"
                                + " -mon chardev=charmonitor,id=monitor,mode=control -rtc base=utc"
                                + " -no-shutdown -boot strict=on -msg timestamp=on");
    }

    @Test
    void theDaemonLearnsWhichDescriptorsToPass() {
        var line =
                build(
                        pc(
                                """
                                <serial type='file'>
                                  <source path='/var/log/guest'/>
                                  <target type='isa-serial' port='0'><model name='isa-serial'/></target>
                                </serial>
                                """));

        assertThat(line.descriptors())
                .containsExactly(
                        new PassedDescriptor(3, new Descriptor.Monitor()),
                        new PassedDescriptor(
                                4, new Descriptor.CharFile("serial0", "/var/log/guest", false)));
        assertThat(values(line, "-add-fd")).containsExactly("set=0,fd=4,opaque=serial0-source");
        assertThat(values(line, "-chardev"))
                .contains("file,id=charserial0,path=/dev/fdset/0,append=on");
    }

    @Test
    void aCommandForAPersonNeedsNoDescriptors() {
        var line =
                build(
                        pc(
                                """
                                <serial type='file'>
                                  <source path='/var/log/guest'/>
                                  <target type='isa-serial' port='0'><model name='isa-serial'/></target>
                                </serial>
                                """),
                        StartMode.STANDALONE);

        assertThat(line.descriptors()).isEmpty();
        assertThat(line.arguments()).doesNotContain("-S");
        assertThat(values(line, "-chardev"))
                .containsExactly(
                        "socket,id=charmonitor,path=/lib/domain-1-small/monitor.sock,server=on,wait=off",
                        "file,id=charserial0,path=/var/log/guest");
    }

    @Test
    void anIncomingDomainIsToldFromWhere() {
        var line = build(pc(""), StartMode.from("defer"));

        assertThat(values(line, "-incoming")).containsExactly("defer");
    }

    @Test
    void propertiesAreJsonWhereQemuTakesIt() {
        String balloon =
                """
                <memballoon model='virtio'>
                  <address type='pci' domain='0' bus='0' slot='2' function='0'/>
                </memballoon>
                """;

        var old = build(pc(balloon));
        var modern = build(pc(balloon), QemuFlag.DEVICE_JSON_HOTPLUG, QemuFlag.OBJECT_QAPIFIED);

        assertThat(values(old, "-device"))
                .containsExactly("virtio-balloon-pci,id=balloon0,bus=pci.0,addr=0x2");
        assertThat(values(modern, "-device"))
                .containsExactly(
                        "{\"driver\":\"virtio-balloon-pci\",\"id\":\"balloon0\",\"bus\":\"pci.0\",\"addr\":\"0x2\"}");
        assertThat(values(modern, "-object"))
                .containsExactly(
                        "{\"qom-type\":\"secret\",\"id\":\"masterKey0\",\"format\":\"raw\",\"file\":\"/lib/domain-1-small/master-key.aes\"}");
    }

    @Test
    void aDocumentAddsArgumentsAndVariablesOfItsOwn() {
        var line =
                build(
                        domain("", "")
                                .replace(
                                        "<domain type='qemu'>",
                                        """
                                        <domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
                                          <qemu:commandline>
                                            <qemu:arg value='-unknown'/>
                                            <qemu:arg value='a b'/>
                                            <qemu:env name='NS' value='ns'/>
                                          </qemu:commandline>
                                        """));

        assertThat(line.environment()).containsEntry("NS", "ns");
        assertThat(line.arguments()).containsSequence(List.of("-unknown", "a b"));
        assertThat(line.toShellText()).contains("-unknown 'a b'");
    }
}
