package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<launchSecurity>`: how the guest is kept from the host.
public sealed interface LaunchSecurity {
    /// AMD secure encrypted virtualization.
    record Sev(
            Optional<Boolean> kernelHashes,
            OptionalInt cbitpos,
            OptionalInt reducedPhysBits,
            int policy,
            Optional<String> dhCert,
            Optional<String> session)
            implements LaunchSecurity {
        static Sev parse(Element element) {
            OptionalLong policy =
                    element.text("policy")
                            .map(p -> Numbers.parse(p, 16))
                            .orElse(OptionalLong.empty());
            if (policy.orElse(-1) < 0) {
                throw new LibvirtException(XML_ERROR, "failed to get launch security policy");
            }
            return new Sev(
                    element.yesNo("kernelHashes"),
                    number(element, "cbitpos", "cbitpos"),
                    number(element, "reducedPhysBits", "reduced-phys-bits"),
                    (int) policy.getAsLong(),
                    element.text("dhCert"),
                    element.text("session"));
        }

        private static OptionalInt number(Element element, String name, String what) {
            var text = element.text(name);
            if (text.isEmpty()) {
                return OptionalInt.empty();
            }
            OptionalLong number = Numbers.parse(text.get(), 10);
            if (number.orElse(-1) < 0) {
                throw new LibvirtException(
                        XML_ERROR, "Invalid format for launch security %s".formatted(what));
            }
            return OptionalInt.of((int) number.getAsLong());
        }

        /// The same with the host's numbers where the document has none.
        public Sev withDefaults(int cbitposDefault, int reducedPhysBitsDefault) {
            return new Sev(
                    kernelHashes,
                    OptionalInt.of(cbitpos.orElse(cbitposDefault)),
                    OptionalInt.of(reducedPhysBits.orElse(reducedPhysBitsDefault)),
                    policy,
                    dhCert,
                    session);
        }

        @Override
        public void format(XmlWriter out) {
            out.start("launchSecurity")
                    .attribute("type", "sev")
                    .yesNo("kernelHashes", kernelHashes)
                    .leaf("cbitpos", cbitpos)
                    .leaf("reducedPhysBits", reducedPhysBits)
                    .leaf("policy", "0x%04x".formatted(policy))
                    .leaf("dhCert", dhCert)
                    .leaf("session", session)
                    .end();
        }
    }

    /// IBM Z protected virtualization.
    record S390Pv() implements LaunchSecurity {
        @Override
        public void format(XmlWriter out) {
            out.start("launchSecurity").attribute("type", "s390-pv").end();
        }
    }

    /// Writes the element.
    void format(XmlWriter out);

    /// Reads the element.
    static LaunchSecurity parse(Element element) {
        String type = element.required("type");
        return switch (type) {
            case "sev" -> Sev.parse(element);
            case "s390-pv" -> new S390Pv();
            default -> throw element.invalid("type", type);
        };
    }
}
