package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.IoThreads;
import dev.jvirt.qemu.json.JsonObject;

/// Threads that serve disks.
final class IoThreadArguments {
    private IoThreadArguments() {}

    static void add(DomainScope scope, Arguments out) {
        var threads = scope.definition().resources().ioThreads();
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
