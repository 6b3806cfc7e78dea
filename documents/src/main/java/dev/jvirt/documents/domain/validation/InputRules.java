package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Input;
import dev.jvirt.documents.domain.VirtType;

/// Rules of input devices.
final class InputRules {
    private InputRules() {}

    static void check(Input input, DomainDefinition definition) {
        boolean simple = input.type() == Input.Type.MOUSE || input.type() == Input.Type.KEYBOARD;
        switch (definition.os().type()) {
            case HVM -> {
                refuseType(input.isOn(Input.Bus.PS2) && !simple, "ps2", input);
                refuseBus(input.isOn(Input.Bus.XEN), "unsupported input bus %s", input);
            }
            case XEN, XENPVH -> {
                refuseBus(!input.isOn(Input.Bus.XEN), "unsupported input bus %s", input);
                refuseType(!simple, "xen", input);
            }
            case LINUX, EXE, UML -> checkContainer(input, definition.type(), simple);
        }
        checkSource(input);
        unsupportedWhen(
                input.model().isPresent() && !input.isOn(Input.Bus.VIRTIO),
                "only bus 'virtio' is supported for input model '%s'",
                input.model().map(m -> m.word()).orElse(""));
    }

    private static void checkContainer(Input input, VirtType type, boolean simple) {
        boolean parallels = type == VirtType.VZ || type == VirtType.PARALLELS;
        when(
                !parallels,
                INTERNAL_ERROR,
                "Input devices are not supported by this virtualization driver.");
        refuseBus(
                !input.isOn(Input.Bus.PARALLELS),
                "parallels containers don't support input bus %s",
                input);
        refuseType(!simple, "parallels", input);
    }

    private static void refuseType(boolean wrong, String bus, Input input) {
        when(
                wrong,
                INTERNAL_ERROR,
                "%s bus does not support %s input device",
                bus,
                input.type().word());
    }

    private static void refuseBus(boolean wrong, String message, Input input) {
        when(
                wrong,
                INTERNAL_ERROR,
                message.formatted(input.bus().map(b -> b.word()).orElse("none")));
    }

    private static void checkSource(Input input) {
        switch (input.type()) {
            case MOUSE, TABLET, KEYBOARD ->
                    unsupportedWhen(
                            input.source().device().isPresent(),
                            "setting source evdev path only supported for passthrough input"
                                    + " devices");
            case PASSTHROUGH ->
                    unsupportedWhen(
                            !input.isOn(Input.Bus.VIRTIO),
                            "only bus 'virtio' is supported for 'passthrough' input devices");
            case EVDEV ->
                    unsupportedWhen(
                            !input.isOn(Input.Bus.NONE), "input evdev doesn't support bus element");
        }
    }
}
