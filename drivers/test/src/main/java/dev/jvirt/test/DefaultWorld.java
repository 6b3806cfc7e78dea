package dev.jvirt.test;

import dev.jvirt.documents.network.NetworkDefinition;
import dev.jvirt.documents.storage.StoragePoolDefinition;
import java.util.List;

/// The world of `test:///default`, in which a domain runs.
final class DefaultWorld {
    private static final TestHost HOST =
            new TestHost(
                    TestHost.STANDARD_NODE,
                    List.of(
                            new TestHost.Cell(2 * 1024 * 1024, 4, 8),
                            new TestHost.Cell(4 * 1024 * 1024, 8, 8)));

    private static final String DOMAIN =
            """
            <domain type='test'>
              <name>test</name>
              <uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>
              <memory>8388608</memory>
              <currentMemory>2097152</currentMemory>
              <vcpu>2</vcpu>
              <os>
                <type>hvm</type>
              </os>
              <devices>
                <disk type='file' device='disk'>
                  <source file='/guest/diskimage1'/>
                  <target dev='vda' bus='virtio'/>
                  <address type='pci' domain='0x0000' bus='0x01' slot='0x00' function='0x0'/>
                </disk>
                <interface type='network'>
                  <mac address='aa:bb:cc:dd:ee:ff'/>
                  <source network='default'/>
                  <address type='pci' domain='0x0000' bus='0x00' slot='0x01' function='0x0'/>
                </interface>
                <memballoon model='virtio'>
                  <address type='pci' domain='0x0000' bus='0x00' slot='0x02' function='0x0'/>
                </memballoon>
              </devices>
            </domain>
            """;

    private static final String NETWORK =
            """
            <network>
              <name>default</name>
              <uuid>dd8fe884-6c02-601e-7551-cca97df1c5df</uuid>
              <forward/>
              <bridge name='virbr0'/>
              <ip address='192.168.122.1' netmask='255.255.255.0'>
                <dhcp>
                  <range start='192.168.122.2' end='192.168.122.254'/>
                </dhcp>
              </ip>
            </network>
            """;

    private static final String POOL =
            """
            <pool type='dir'>
              <name>default-pool</name>
              <uuid>dfe224cb-28fb-8dd0-c4b2-64eb3f0f4566</uuid>
              <target>
                <path>/default-pool</path>
              </target>
            </pool>
            """;

    private DefaultWorld() {}

    static TestWorld create() {
        return new TestWorld(HOST, new FirstContents());
    }

    private static final class FirstContents implements Contents {
        @Override
        public void domains(TestWorld world) {
            world.add(TestDocuments.DOMAINS.read(DOMAIN), Beginning.RUNNING);
        }

        @Override
        public void networks(TestNetworks networks) {
            networks.add(NetworkDefinition.parse(NETWORK));
        }

        @Override
        public void pools(TestPools pools) {
            pools.add(TestPool.of(StoragePoolDefinition.parse(POOL), true, true));
        }

        @Override
        public void interfaces(TestInterfaces interfaces) {
            DefaultDevices.add(interfaces);
        }

        @Override
        public void devices(TestNodeDevices devices) {
            DefaultDevices.add(devices);
        }
    }
}
