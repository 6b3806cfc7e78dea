package dev.jvirt.qemu.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Vcpus;

/// The order in which QEMU can have virtual processors.
final class VcpuRules {
    private VcpuRules() {}

    static void check(Vcpus vcpus) {
        var first = vcpus.all().getFirst();
        refuse(!first.online(), "vcpu 0 can't be offline");
        refuse(first.hotpluggable().orElse(false), "vcpu0 can't be hotpluggable");
        refuse(first.order() != 0 && first.order() != 1, "vcpu0 must be enabled first");
        boolean ordered = first.order() != 0;
        var previous = first;
        for (Vcpus.Vcpu vcpu : vcpus.all().subList(1, vcpus.all().size())) {
            refuse(
                    vcpu.online() && (vcpu.order() != 0) != ordered,
                    "all vcpus must have either set or unset order");
            if (vcpu.online() && !vcpu.hotpluggable().orElse(true)) {
                refuse(
                        previous.hotpluggable().orElse(false),
                        "online non-hotpluggable vcpus need to be ordered prior to hotplugable"
                                + " vcpus");
                refuse(
                        vcpu.order() < previous.order(),
                        "online non-hotpluggable vcpus must be ordered in ascending order");
            }
            previous = vcpu;
        }
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new LibvirtException(CONFIG_UNSUPPORTED, message);
        }
    }
}
