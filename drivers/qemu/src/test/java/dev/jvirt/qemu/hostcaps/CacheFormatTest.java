package dev.jvirt.qemu.hostcaps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.host.node.CacheBank;
import dev.jvirt.host.node.CacheKind;
import dev.jvirt.host.node.CpuSet;
import dev.jvirt.host.node.ResourceControl;
import dev.jvirt.host.node.ResourceControl.BandwidthControl;
import dev.jvirt.host.node.ResourceControl.CacheControl;
import dev.jvirt.host.node.ResourceControl.Monitor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CacheFormatTest {
    private static final ResourceControl NO_CONTROL =
            new ResourceControl(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    private static CacheBank bank(int id, int level, long size) {
        return new CacheBank(id, level, CacheKind.BOTH, size, CpuSet.parse("0-3"));
    }

    private static String format(List<CacheBank> banks, ResourceControl control) {
        var out = new XmlWriter();
        new CacheFormat(banks, control).format(out);
        return out.toString();
    }

    @Test
    void sizesAreInTheLargestUnitThatKeepsThemWhole() {
        String text = format(List.of(bank(0, 3, 32L << 20), bank(1, 3, 1536 << 10)), NO_CONTROL);

        assertThat(text)
                .isEqualTo(
                        """
                        <cache>
                          <bank id='0' level='3' type='both' size='32' unit='MiB' cpus='0-3'/>
                          <bank id='1' level='3' type='both' size='1536' unit='KiB' cpus='0-3'/>
                        </cache>
                        """);
    }

    @Test
    void aHostWithoutCachesHasNoSuchElement() {
        assertThat(format(List.of(), NO_CONTROL)).isEmpty();
    }

    @Test
    void codeAndDataCanBeDividedApart() {
        var control =
                new ResourceControl(
                        List.of(
                                new CacheControl(3, CacheKind.CODE, 20, 1, 8),
                                new CacheControl(3, CacheKind.DATA, 20, 2, 8),
                                new CacheControl(2, CacheKind.BOTH, 10, 1, 8)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(format(List.of(bank(0, 3, 15 << 20)), control))
                .contains(
                        """
                            <control granularity='768' unit='KiB' type='code' maxAllocs='8'/>
                            <control granularity='768' min='1536' unit='KiB' type='data' maxAllocs='8'/>
                          </bank>
                        """);
    }

    @Test
    void bandwidthIsThatOfTheLastLevel() {
        var control =
                new ResourceControl(
                        List.of(),
                        Optional.of(new BandwidthControl(10, 20, 4)),
                        Optional.of(
                                new Monitor(
                                        3, OptionalLong.of(4096), 16, List.of("llc_occupancy"))),
                        Optional.of(
                                new Monitor(
                                        3, OptionalLong.empty(), 16, List.of("mbm_total_bytes"))));

        String text = format(List.of(bank(0, 3, 1 << 20), bank(7, 4, 1 << 30)), control);

        assertThat(text)
                .endsWith(
                        """
                          <monitor level='3' reuseThreshold='4096' maxMonitors='16'>
                            <feature name='llc_occupancy'/>
                          </monitor>
                        </cache>
                        <memory_bandwidth>
                          <node id='7' cpus='0-3'>
                            <control granularity='10' min='20' maxAllocs='4'/>
                          </node>
                          <monitor maxMonitors='16'>
                            <feature name='mbm_total_bytes'/>
                          </monitor>
                        </memory_bandwidth>
                        """);
    }
}
