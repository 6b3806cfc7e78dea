package dev.jvirt.documents.domain.validation;

import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.VirtioOptions;

/// Rules of options that only virtio devices have.
final class VirtioRules {
    private VirtioRules() {}

    static void refuse(VirtioOptions options) {
        unsupportedWhen(
                options.iommu().isPresent(),
                "iommu driver option is only supported for virtio devices");
        unsupportedWhen(
                options.ats().isPresent(),
                "ats driver option is only supported for virtio devices");
        unsupportedWhen(
                options.packed().isPresent(),
                "packed driver option is only supported for virtio devices");
        unsupportedWhen(
                options.pagePerVq().isPresent(),
                "page_per_vq option is only supported for virtio devices");
    }
}
