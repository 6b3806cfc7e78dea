package dev.jvirt.test;

import dev.jvirt.documents.host.HostInterface;
import dev.jvirt.documents.host.NodeDevice;

/// The interface and the devices of the host of `test:///default`.
final class DefaultDevices {
    private static final String INTERFACE =
            """
            <interface type='ethernet' name='eth1'>
              <start mode='onboot'/>
              <mac address='aa:bb:cc:dd:ee:ff'/>
              <mtu size='1492'/>
              <protocol family='ipv4'>
                <ip address='192.168.0.5' prefix='24'/>
                <route gateway='192.168.0.1'/>
              </protocol>
            </interface>
            """;

    private static final String COMPUTER =
            """
            <device>
              <name>computer</name>
              <capability type='system'>
                <hardware>
                  <vendor>Libvirt</vendor>
                  <version>Test driver</version>
                  <serial>123456</serial>
                  <uuid>11111111-2222-3333-4444-555555555555</uuid>
                </hardware>
                <firmware>
                  <vendor>Libvirt</vendor>
                  <version>Test Driver</version>
                  <release_date>01/22/2007</release_date>
                </firmware>
              </capability>
            </device>
            """;

    private static final String ADAPTER =
            """
            <device>
              <name>scsi_host%d</name>
              <parent>computer</parent>
              <capability type='scsi_host'>
                <host>%d</host>
                <unique_id>%d</unique_id>
                <capability type='fc_host'>
                  <wwnn>%s</wwnn>
                  <wwpn>%s</wwpn>
                  <fabric_wwn>%s</fabric_wwn>
                </capability>
                <capability type='vport_ops'>
                  <max_vports>127</max_vports>
                  <vports>0</vports>
                </capability>
              </capability>
            </device>
            """;

    private static final String VIRTUAL_PORT =
            """
            <device>
              <name>scsi_host11</name>
              <parent>scsi_host1</parent>
              <capability type='scsi_host'>
                <host>11</host>
                <unique_id>10</unique_id>
                <capability type='fc_host'>
                  <wwnn>2000000034563456</wwnn>
                  <wwpn>1000000034563456</wwpn>
                  <fabric_wwn>2000000043214321</fabric_wwn>
                </capability>
              </capability>
            </device>
            """;

    private DefaultDevices() {}

    static void add(TestInterfaces interfaces) {
        interfaces.add(HostInterface.parse(INTERFACE));
    }

    static void add(TestNodeDevices devices) {
        devices.add(NodeDevice.parse(COMPUTER));
        devices.add(
                NodeDevice.parse(
                        ADAPTER.formatted(
                                1,
                                1,
                                0,
                                "2000000012341234",
                                "1000000012341234",
                                "2000000043214321")));
        devices.add(
                NodeDevice.parse(
                        ADAPTER.formatted(
                                2,
                                2,
                                1,
                                "2000000056785678",
                                "1000000056785678",
                                "2000000087658765")));
        devices.add(NodeDevice.parse(VIRTUAL_PORT));
    }
}
