package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands that make documents out of options.
class DocumentCommandsTest {
    private final VirshFixture virsh = new VirshFixture();

    @Test
    void aDiskIsDescribedWithAllItsOptions() {
        VirshFixture.Result result =
                virsh.line(
                        "attach-disk any '/a&b' vdb --driver qemu --subdriver raw --iothread 2"
                                + " --cache none --io native --type lun --shareable --serial S1"
                                + " --wwn 5000c50015ea71ad --alias ua-x --rawio --targetbus virtio"
                                + " --address pci:0.a.2.3 --multifunction --print-xml");

        assertThat(result)
                .isEqualTo(
                        new VirshFixture.Result(
                                0,
                                """
                                <disk type='file' device='lun' rawio='yes'>
                                  <driver name='qemu' type='raw' iothread='2' cache='none' io='native'/>
                                  <source file='/a&amp;b'/>
                                  <target dev='vdb' bus='virtio'/>
                                  <shareable/>
                                  <serial>S1</serial>
                                  <alias name='ua-x'/>
                                  <wwn>5000c50015ea71ad</wwn>
                                  <address type='pci' domain='0x0000' bus='0x0a' slot='0x02' function='0x3' multifunction='on'/>
                                </disk>

                                """,
                                ""));
    }

    @Test
    void aDiskOnTheNetworkNamesItsHost() {
        assertThat(
                        virsh.line(
                                        "attach-disk any vol xvda --print-xml --source-protocol nbd"
                                                + " --source-host-name far:99")
                                .out())
                .isEqualTo(
                        """
                        <disk type='network'>
                          <source protocol='nbd' name='vol'>
                            <host name='far' port='99'/>
                          </source>
                          <target dev='xvda'/>
                        </disk>

                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sda | sata:1:2:3 | <address type='drive' controller='1' bus='2' unit='3'/>",
                "sda | usb:3.0x | <address type='usb' bus='3' port='0'/>",
                "vda | ccw:fe.0.1f | <address type='ccw' cssid='0xfe' ssid='0x0' devno='0x001f'/>",
                "xda | ide:4294967295.0.0 | <address type='drive' controller='4294967295' bus='0'"
                        + " unit='0'/>",
            })
    void addressesAreRead(String target, String address, String xml) {
        assertThat(line(target, address).out()).contains("\n  " + xml + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sda | sata:1.2 | Invalid address.",
                "sda | floppy:1.2.3 | Invalid address.",
                "sda | scsi:4294967296.0.0 | Invalid address.",
                "sda | pci:0.0.0.0 | expecting a scsi:00.00.00 or usb:00.00 or sata:00.00.00"
                        + " address.",
                "hda | sata:0.0.0 | expecting an ide:00.00.00 address.",
                "vda | usb:0.0 | expecting a pci:0000.00.00.00 or ccw:00.0.0000 address.",
            })
    void addressesThatDoNotFitAreRefused(String target, String address, String told) {
        assertThat(line(target, address).err()).isEqualTo("error: " + told + "\n");
    }

    private VirshFixture.Result line(String target, String address) {
        return virsh.line("attach-disk any /x " + target + " --print-xml --address " + address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sourcetype tape | Unknown source type: 'tape'",
                "--sourcetype network | --source-protocol option requires --sourcetype network",
                "--mode rw | No support for rw in command 'attach-disk'",
                "--wwn 12 | internal error: Malformed wwn: 12",
                "--live --current | Options --current and --live are mutually exclusive",
            })
    void optionsThatMakeNoDiskAreRefused(String options, String told) {
        assertThat(virsh.line("attach-disk any /x vda --print-xml " + options).err())
                .isEqualTo("error: " + told + "\n");
    }

    @Test
    void attachingIsLeftToDriversThatCan() {
        assertThat(virsh.line("attach-disk web /x vda --config").err())
                .isEqualTo(
                        "error: Failed to attach disk\n"
                                + "error: this function is not supported by the connection driver:"
                                + " virDomainAttachDeviceFlags\n");
        assertThat(virsh.line("attach-disk nope /x vda").err())
                .isEqualTo("error: failed to get domain 'nope'\n");
    }

    @Test
    void aSnapshotIsDescribedByItsParts() {
        assertThat(
                        virsh.line(
                                        "snapshot-create-as web s1 '1 < 2' --print-xml"
                                                + " --memspec /m,,1,snapshot=external"
                                                + " vda,stype=block,file=/dev/x,driver=raw vdb")
                                .out())
                .isEqualTo(
                        """
                        <domainsnapshot>
                          <name>s1</name>
                          <description>1 &lt; 2</description>
                          <memory snapshot='external' file='/m,1'/>
                          <disks>
                            <disk name='vda' type='block'>
                              <driver type='raw'/>
                              <source dev='/dev/x'/>
                            </disk>
                            <disk name='vdb'/>
                          </disks>
                        </domainsnapshot>


                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--memspec m | error: unable to parse memspec: m",
                "--diskspec vda,file=a,file=b | error: unable to parse diskspec:"
                        + " vda,file=a,file=b",
                "--diskspec vda,stype=dir | error: Unknown storage type: 'dir'",
                "'' | error: this function is not supported by the connection driver:"
                        + " virDomainSnapshotCreateXML",
            })
    void partsThatMakeNoSnapshotAreRefused(String options, String told) {
        assertThat(virsh.line("snapshot-create-as web " + options).err()).startsWith(told + "\n");
    }
}
