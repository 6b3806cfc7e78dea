package dev.jvirt.qemu.command;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.IoThreads;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;

/// Threads that serve disks.
final class IoThreadArguments {
    private IoThreadArguments() {}

    static void add(DomainScope scope, Arguments out) {
        var threads = scope.definition().resources().ioThreads();
        if (!threads.threads().isEmpty() && !scope.has(QemuFlag.IOTHREAD)) {
            throw new LibvirtException(CONFIG_UNSUPPORTED, "IOThreads not supported for this QEMU");
        }
        for (IoThreads.IoThread thread : threads.threads()) {
            out.object(object("iothread", "iothread" + thread.id(), thread.pool()));
        }
        threads.defaultPool().ifPresent(pool -> out.object(object("main-loop", "main-loop", pool)));
    }

    private static JsonObject object(String type, String id, IoThreads.Pool pool) {
        var out = JsonObject.builder().put("qom-type", type).put("id", id);
        out.putNumber("thread-pool-min", pool.min());
        out.putNumber("thread-pool-max", pool.max());
        return out.build();
    }
}
