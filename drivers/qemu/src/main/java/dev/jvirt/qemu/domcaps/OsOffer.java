package dev.jvirt.qemu.domcaps;

import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;

/// `<os>`: what domains can be started with.
///
/// @param kinds of firmware that can be chosen without naming a file
/// @param loaders files with firmware
/// @param secure whether some firmware lets nothing boot that is not signed
public record OsOffer(List<String> kinds, List<String> loaders, boolean secure) {
    /// Firmware.
    public OsOffer {
        kinds = List.copyOf(kinds);
        loaders = List.copyOf(loaders);
    }

    void format(XmlWriter out) {
        out.start("os").attribute("supported", "yes");
        new Offer.Choice("firmware", kinds).format(out);
        out.start("loader").attribute("supported", "yes");
        for (String loader : loaders) {
            out.leaf("value", loader);
        }
        new Offer.Choice("type", List.of("rom", "pflash")).format(out);
        new Offer.Choice("readonly", List.of("yes", "no")).format(out);
        new Offer.Choice("secure", secure ? List.of("yes", "no") : List.of("no")).format(out);
        out.end().end();
    }
}
