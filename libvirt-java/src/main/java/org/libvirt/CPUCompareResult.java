package org.libvirt;

import org.jspecify.annotations.Nullable;

/// What comes of comparing a CPU with the host's (`virCPUCompareResult`).
public enum CPUCompareResult {
    VIR_CPU_COMPARE_ERROR,
    VIR_CPU_COMPARE_INCOMPATIBLE,
    VIR_CPU_COMPARE_IDENTICAL,
    VIR_CPU_COMPARE_SUPERSET;

    /// The constant with libvirt's number; null if there is none.
    public static @Nullable CPUCompareResult get(int returnCode) {
        return Numbers.orNull(values(), returnCode + 1);
    }

    /// libvirt's number: the first constant has -1.
    public int getReturnCode() {
        return ordinal() - 1;
    }
}
