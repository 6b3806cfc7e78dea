package dev.jvirt.qemu.cpu;

import dev.jvirt.qemu.capabilities.Architectures;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The processors of this host, and names for them. They are asked when somebody wants to know.
///
/// The lock guards [#facts].
public final class HostProcessor {
    private final ReentrantLock lock = new ReentrantLock();
    private final String arch;
    private Optional<X86Facts> facts = Optional.empty();
    private boolean asked;

    /// @param arch the architecture of the host
    public HostProcessor(String arch) {
        this.arch = arch;
    }

    /// What they tell; absent if they tell nothing that names are known for.
    public Optional<X86Facts> facts() {
        lock.lock();
        try {
            if (!asked) {
                facts = Architectures.isX86(arch) ? X86Questions.ask() : Optional.empty();
                asked = true;
            }
            return facts;
        } finally {
            lock.unlock();
        }
    }

    /// Their name in the document about the host.
    public Optional<NamedCpu> name() {
        return facts().map(X86Naming.forHosts()::name);
    }

    /// Their name for guests that are to have the same.
    public Optional<NamedCpu> nameForGuests() {
        return facts().map(X86Naming.forGuests(Optional.empty())::name);
    }
}
