package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Video;

/// Rules of graphics cards.
final class VideoRules {
    private VideoRules() {}

    static void check(Video video, DomainDefinition definition) {
        when(
                video.model().isEmpty(),
                INTERNAL_ERROR,
                "missing video model and cannot determine default");
        var all = definition.devices().videos();
        for (Video other : all) {
            unsupportedWhen(
                    other.is(Video.Model.NONE) && all.size() > 1,
                    "a 'none' video type must be the only video device defined for the domain");
        }
        checkBackend(video);
        unsupportedWhen(
                video.resolution().filter(r -> r.x() == 0 || r.y() == 0).isPresent(),
                "video resolution values must be greater than 0");
        if (!video.is(Video.Model.QXL)) {
            refuse(video.memory().ram().isPresent(), "ram");
            refuse(video.memory().vram64().isPresent(), "vram64");
            refuse(video.memory().vgaMem().isPresent(), "vgamem");
        }
        unsupportedWhen(
                video.is(Video.Model.RAMFB) && video.info().address().isPresent(),
                "address not supported for video type ramfb");
        if (!video.is(Video.Model.VIRTIO)) {
            VirtioRules.refuse(video.driver().virtio());
        }
    }

    private static void checkBackend(Video video) {
        boolean vhostUser =
                video.driver().backend().filter(b -> b == Video.Backend.VHOSTUSER).isPresent();
        unsupportedWhen(
                vhostUser && !video.is(Video.Model.VIRTIO),
                "'vhostuser' driver is only supported with 'virtio' device");
        unsupportedWhen(
                !vhostUser
                        && video.acceleration().flatMap(Video.Acceleration::renderNode).isPresent(),
                "unsupported rendernode accel attribute without 'vhostuser'");
    }

    private static void refuse(boolean wrong, String attribute) {
        unsupportedWhen(wrong, "%s attribute only supported for video type qxl", attribute);
    }
}
