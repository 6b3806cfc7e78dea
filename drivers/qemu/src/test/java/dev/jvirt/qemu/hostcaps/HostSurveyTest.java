package dev.jvirt.qemu.hostcaps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.qemu.hostcaps.HostDescription.BaseLabel;
import dev.jvirt.qemu.hostcaps.HostDescription.SecurityLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostSurveyTest {
    private static final UUID ID = UUID.fromString("a12a4041-5120-4a54-baf7-6f05b0bbd92a");

    private final Path root;

    HostSurveyTest(@TempDir Path folder) {
        this.root = folder;
    }

    private void write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void makeHost() throws IOException {
        write(
                "proc/cpuinfo",
                """
                processor\t: 0
                vendor_id\t: GenuineIntel
                cpu family\t: 6
                model\t\t: 85
                model name\t: Some Xeon
                stepping\t: 4
                microcode\t: 0x2006e05
                cpu MHz\t\t: 2100.000
                flags\t\t: fpu constant_tsc nonstop_tsc
                address sizes\t: 46 bits physical, 48 bits virtual

                """);
        write("proc/meminfo", "MemTotal:       4096 kB\nMemFree:        1024 kB\n");
        write("sys/devices/system/cpu/online", "0\n");
        write("sys/devices/system/cpu/present", "0\n");
        write("sys/devices/system/cpu/cpu0/topology/core_id", "0\n");
        write("sys/devices/system/cpu/cpu0/topology/physical_package_id", "0\n");
        write("sys/devices/system/cpu/cpu0/topology/thread_siblings_list", "0\n");
        write("sys/devices/system/cpu/cpu0/topology/thread_siblings", "1\n");
        write("sys/devices/system/node/node0/cpulist", "0\n");
        write("sys/devices/system/node/node0/distance", "10\n");
        write(
                "sys/devices/system/node/node0/meminfo",
                "Node 0 MemTotal:  4096 kB\nNode 0 MemFree:   1024 kB\n");
        Files.createDirectories(root.resolve("sys/devices/system/node/node0/cpu0"));
        Files.createDirectories(root.resolve("sys/kernel/iommu_groups/7"));
    }

    @Test
    void theHostIsDescribedByWhatTheKernelTells() throws IOException {
        makeHost();
        var security =
                List.of(new SecurityLabels("dac", "0", List.of(new BaseLabel("kvm", "+0:+0"))));

        HostDescription host =
                new HostSurvey(root, "x86_64", Optional.empty()).describe(ID, security);

        String expected =
                """
                <capabilities>

                  <host>
                    <uuid>a12a4041-5120-4a54-baf7-6f05b0bbd92a</uuid>
                    <cpu>
                      <arch>x86_64</arch>
                      <vendor>Intel</vendor>
                      <microcode version='33582597'/>
                      <signature family='6' model='85' stepping='4'/>
                      <topology sockets='1' dies='1' cores='1' threads='1'/>
                      <maxphysaddr mode='emulate' bits='46'/>
                      <pages unit='KiB' size='4'/>
                    </cpu>
                    <power_management/>
                    <iommu support='yes'/>
                    <migration_features>
                      <live/>
                      <uri_transports>
                        <uri_transport>tcp</uri_transport>
                        <uri_transport>rdma</uri_transport>
                      </uri_transports>
                    </migration_features>
                    <topology>
                      <cells num='1'>
                        <cell id='0'>
                          <memory unit='KiB'>4096</memory>
                          <pages unit='KiB' size='4'>1024</pages>
                          <distances>
                            <sibling id='0' value='10'/>
                          </distances>
                          <cpus num='1'>
                            <cpu id='0' socket_id='0' die_id='0' core_id='0' siblings='0'/>
                          </cpus>
                        </cell>
                      </cells>
                    </topology>
                    <secmodel>
                      <model>dac</model>
                      <doi>0</doi>
                      <baselabel type='kvm'>+0:+0</baselabel>
                    </secmodel>
                  </host>

                </capabilities>
                """;
        assertThat(new HostCapabilities(host, List.of()).format()).isEqualTo(expected);
    }

    @Test
    void aKernelThatTellsNothingMakesAShortDescription() {
        HostDescription host =
                new HostSurvey(root, "x86_64", Optional.empty()).describe(ID, List.of());

        assertThat(new HostCapabilities(host, List.of()).format())
                .contains("<arch>x86_64</arch>")
                .contains("<iommu support='no'/>")
                .doesNotContain("<vendor>")
                .doesNotContain("<cache>");
    }

    @Test
    void thisHostCanBeDescribed() {
        HostDescription host =
                new HostSurvey(Path.of("/"), "x86_64", Optional.empty()).describe(ID, List.of());

        assertThat(host.hardware()).isPresent();
        assertThat(new HostCapabilities(host, List.of()).format()).contains("<cell id='0'>");
    }
}
