package dev.jvirt.qemu.capabilities;

import dev.jvirt.qemu.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the answer to `query-machines`.
final class MachineAnswers {
    private MachineAnswers() {}

    /// The machines, the one first that documents mean when they name none.
    static List<MachineType> machines(String arch, List<JsonObject> answer) {
        Optional<String> preferred = Architectures.preferredMachine(arch);
        var machines = new ArrayList<MachineType>();
        int preferredIndex = -1;
        int defaultIndex = -1;
        for (JsonObject entry : answer) {
            MachineType machine = machine(entry);
            if (machine.name().equals("none")) {
                continue;
            }
            if (preferred.isPresent() && machine.answersTo(preferred.get())) {
                preferredIndex = machines.size();
            }
            if (machine.isDefault()) {
                defaultIndex = machines.size();
            }
            machines.add(machine);
        }
        int first = preferredIndex >= 0 ? preferredIndex : defaultIndex;
        if (first > 0) {
            machines.addFirst(machines.remove(first));
        }
        return machines;
    }

    private static MachineType machine(JsonObject entry) {
        return new MachineType(
                entry.string("name").orElse(""),
                entry.string("alias"),
                (int) entry.number("cpu-max").orElse(0),
                entry.isTrue("hotpluggable-cpus"),
                entry.isTrue("is-default"),
                entry.string("default-cpu-type"),
                entry.isTrue("numa-mem-supported"),
                entry.string("default-ram-id"),
                entry.isTrue("deprecated"));
    }
}
