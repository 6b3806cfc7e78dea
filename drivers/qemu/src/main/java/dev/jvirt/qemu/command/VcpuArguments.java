package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Vcpus;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;

/// `-smp`: how many processors there are.
final class VcpuArguments {
    private VcpuArguments() {}

    static void add(DomainScope scope, Arguments out) {
        var vcpus = scope.definition().vcpus();
        int fixed = fixed(vcpus);
        var options = JsonObject.builder().put("cpus", Integer.toString(fixed));
        if (fixed != vcpus.max()) {
            options.put("maxcpus", vcpus.max());
        }
        var topology = scope.definition().cpu().flatMap(Cpu::topology);
        if (topology.isPresent()) {
            options.put("sockets", topology.get().sockets());
            if (scope.has(QemuFlag.SMP_DIES)) {
                options.put("dies", topology.get().dies());
            }
            options.put("cores", topology.get().cores());
            options.put("threads", topology.get().threads());
        } else {
            options.put("sockets", vcpus.max()).put("cores", 1).put("threads", 1);
        }
        out.options("-smp", "cpus", options);
    }

    /// Those that can be unplugged are plugged in when QEMU runs.
    private static int fixed(Vcpus vcpus) {
        int count = 0;
        for (Vcpus.Vcpu vcpu : vcpus.all()) {
            if (vcpu.online() && !vcpu.hotpluggable().orElse(false)) {
                count++;
            }
        }
        return count;
    }
}
