package dev.jvirt.virsh.host;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about the host and its hypervisor.
public final class HostCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    public HostCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Host and Hypervisor";
    }

    @Override
    public String keyword() {
        return "host";
    }

    @Override
    public List<String> names() {
        return List.of(
                "allocpages",
                "capabilities",
                "cpu-baseline",
                "cpu-compare",
                "cpu-models",
                "domcapabilities",
                "freecell",
                "freepages",
                "hostname",
                "hypervisor-cpu-baseline",
                "hypervisor-cpu-compare",
                "maxvcpus",
                "node-memory-tune",
                "nodecpumap",
                "nodecpustats",
                "nodeinfo",
                "nodememstats",
                "nodesevinfo",
                "nodesuspend",
                "sysinfo",
                "uri",
                "version");
    }

    @Override
    public @Nullable Command find(String name) {
        return switch (name) {
            case "allocpages" -> new HostPages(hypervisor).allocate();
            case "capabilities" -> facts().capabilities();
            case "cpu-baseline" -> new ProcessorModels(hypervisor).baseline();
            case "cpu-compare" -> new ProcessorModels(hypervisor).compare();
            case "cpu-models" -> new ProcessorModels(hypervisor).models();
            case "domcapabilities" -> new HypervisorProcessors(hypervisor).domainCapabilities();
            case "freecell" -> new HostMemory(hypervisor).free();
            case "freepages" -> new HostPages(hypervisor).free();
            case "hostname" -> facts().hostname();
            case "hypervisor-cpu-baseline" -> new HypervisorProcessors(hypervisor).baseline();
            case "hypervisor-cpu-compare" -> new HypervisorProcessors(hypervisor).compare();
            case "maxvcpus" -> facts().maxVcpus();
            case "node-memory-tune" -> new HostMemory(hypervisor).tune();
            case "nodecpumap" -> new HostProcessors(hypervisor).map();
            case "nodecpustats" -> new HostProcessors(hypervisor).statistics();
            case "nodeinfo" -> facts().nodeInfo();
            case "nodememstats" -> new HostMemory(hypervisor).statistics();
            case "nodesevinfo" -> new HostPower(hypervisor).sevInfo();
            case "nodesuspend" -> new HostPower(hypervisor).suspend();
            case "sysinfo" -> facts().sysinfo();
            case "uri" -> facts().uri();
            case "version" -> facts().version();
            default -> null;
        };
    }

    private HostFacts facts() {
        return new HostFacts(hypervisor);
    }
}
