package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;

/// `<watchdog>`.
public record Watchdog(Model model, Action action, DeviceInfo info) implements GuestDevice {
    /// The device.
    public enum Model implements Word {
        I6300ESB,
        IB700,
        DIAG288
    }

    /// What happens when the guest no longer answers.
    public enum Action implements Word {
        RESET,
        SHUTDOWN,
        POWEROFF,
        PAUSE,
        DUMP,
        NONE,
        INJECT_NMI
    }

    @Override
    public Watchdog withInfo(DeviceInfo value) {
        return new Watchdog(model, action, value);
    }

    static Watchdog parse(Element element, ParseFlags flags) {
        String model =
                element.attribute("model")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR,
                                                "watchdog must contain model name"));
        String action = element.attribute("action").orElse("reset");
        return new Watchdog(
                Word.find(Model.class, model).orElseThrow(() -> unknown("model", model)),
                Word.find(Action.class, action).orElseThrow(() -> unknown("action", action)),
                DeviceInfo.parse(element, flags));
    }

    private static LibvirtException unknown(String what, String word) {
        return new LibvirtException(
                CONFIG_UNSUPPORTED, "unknown watchdog %s '%s'".formatted(what, word));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("watchdog").attribute("model", model).attribute("action", action);
        info.format(out);
        out.end();
    }
}
