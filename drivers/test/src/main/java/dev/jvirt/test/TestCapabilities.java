package dev.jvirt.test;

/// The capabilities document of a world.
final class TestCapabilities {
    private static final int[] PAGE_SIZES = {4, 8, 2048, 1024 * 1024};
    private static final String[] OS_TYPES = {"hvm", "xen"};

    private final TestHost host;
    private final StringBuilder out = new StringBuilder(8192);

    TestCapabilities(TestHost host) {
        this.host = host;
    }

    String document() {
        out.append("<capabilities>\n\n");
        host();
        for (String type : OS_TYPES) {
            guest(type);
        }
        return out.append("</capabilities>\n").toString();
    }

    private void host() {
        out.append(
                """
                  <host>
                    <cpu>
                      <arch>i686</arch>
                      <features>
                        <pae/>
                        <nonpae/>
                      </features>
                """);
        for (int size : PAGE_SIZES) {
            line(6, "<pages unit='KiB' size='" + size + "'/>");
        }
        out.append(
                """
                    </cpu>
                    <power_management/>
                    <iommu support='no'/>
                """);
        topology();
        out.append(
                """
                    <secmodel>
                      <model>testSecurity</model>
                      <doi></doi>
                    </secmodel>
                  </host>

                """);
    }

    private void topology() {
        line(4, "<topology>");
        line(6, "<cells num='" + host.cells().size() + "'>");
        int firstCpu = 0;
        for (int id = 0; id < host.cells().size(); id++) {
            TestHost.Cell cell = host.cells().get(id);
            cell(id, cell, firstCpu);
            firstCpu += cell.cpus();
        }
        line(6, "</cells>");
        line(4, "</topology>");
    }

    private void cell(int id, TestHost.Cell cell, int firstCpu) {
        line(8, "<cell id='" + id + "'>");
        line(10, "<memory unit='KiB'>" + cell.memory() + "</memory>");
        pages(cell.pageSize(), cell.memory() / cell.pageSize());
        pages(2048, 0);
        pages(1024 * 1024, 0);
        line(10, "<cpus num='" + cell.cpus() + "'>");
        for (int core = 0; core < cell.cpus(); core++) {
            int cpu = firstCpu + core;
            line(
                    12,
                    "<cpu id='%d' socket_id='%d' die_id='0' core_id='%d' siblings='%d'/>"
                            .formatted(cpu, id, core, cpu));
        }
        line(10, "</cpus>");
        line(8, "</cell>");
    }

    private void pages(int size, long count) {
        line(10, "<pages unit='KiB' size='" + size + "'>" + count + "</pages>");
    }

    private void guest(String osType) {
        out.append("  <guest>\n");
        line(4, "<os_type>" + osType + "</os_type>");
        out.append(
                """
                    <arch name='i686'>
                      <wordsize>32</wordsize>
                      <emulator>/usr/bin/test-hv</emulator>
                      <domain type='test'/>
                    </arch>
                    <features>
                      <pae/>
                      <nonpae/>
                    </features>
                  </guest>

                """);
    }

    private void line(int indent, String text) {
        out.repeat(' ', indent).append(text).append('\n');
    }
}
