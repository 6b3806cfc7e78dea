package dev.jvirt.host.process;

import dev.jvirt.host.kernel.CLibrary;

/// How much memory the kernel hands out at once.
final class PageSize {
    static final long BYTES = CLibrary.pageSize();

    private PageSize() {}
}
