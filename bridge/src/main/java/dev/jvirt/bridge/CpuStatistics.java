package dev.jvirt.bridge;

import dev.jvirt.api.TypedParameters;
import dev.jvirt.protocol.wire.TypedParameter;
import java.util.ArrayList;
import java.util.List;

/// Statistics of the processors of a domain: on the wire one list for all, the same number of
/// parameters for each.
public final class CpuStatistics {
    private CpuStatistics() {}

    /// The list for each processor.
    ///
    /// @param perCpu how many parameters each has
    public static List<TypedParameters> local(List<TypedParameter> dense, int perCpu) {
        var cpus = new ArrayList<TypedParameters>();
        for (int from = 0; perCpu > 0 && from < dense.size(); from += perCpu) {
            int to = Math.min(from + perCpu, dense.size());
            cpus.add(Parameters.local(dense.subList(from, to)));
        }
        return cpus;
    }

    /// All lists as one, for a client that sent these flags.
    public static List<TypedParameter> remote(List<TypedParameters> cpus, int flags) {
        var dense = new ArrayList<TypedParameter>();
        for (TypedParameters cpu : cpus) {
            dense.addAll(StringParameters.remote(cpu, flags));
        }
        return dense;
    }
}
