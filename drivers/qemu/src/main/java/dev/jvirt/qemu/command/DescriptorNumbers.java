package dev.jvirt.qemu.command;

/// Chooses under which number QEMU finds a descriptor.
@FunctionalInterface
public interface DescriptorNumbers {
    /// The number of a descriptor; asked once for each.
    int numberOf(Descriptor descriptor);

    /// Counts up from the first number after standard input, output and error.
    static DescriptorNumbers counting() {
        return new DescriptorNumbers() {
            private int next = 3;

            @Override
            public int numberOf(Descriptor descriptor) {
                return next++;
            }
        };
    }
}
