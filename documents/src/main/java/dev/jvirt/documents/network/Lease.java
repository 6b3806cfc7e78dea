package dev.jvirt.documents.network;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalLong;

/// `<lease>`: for how long a guest gets an address.
///
/// @param expiry how many of the unit; 0 is for ever
public record Lease(long expiry, Unit unit) {
    private static final int SHORTEST_SECONDS = 120;
    private static final int SHORTEST_MINUTES = 2;

    /// Units of time.
    public enum Unit implements Word {
        SECONDS,
        MINUTES,
        HOURS
    }

    static Optional<Lease> parse(Element parent) {
        var element = parent.child("lease");
        if (element.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong expiry = element.get().unsignedLong("expiry");
        Unit unit = element.get().choice("unit", Unit.class).orElse(Unit.MINUTES);
        if (expiry.isEmpty()) {
            return Optional.empty();
        }
        var lease = new Lease(expiry.getAsLong(), unit);
        lease.check();
        return Optional.of(lease);
    }

    private void check() {
        long shortest =
                switch (unit) {
                    case SECONDS -> SHORTEST_SECONDS;
                    case MINUTES -> SHORTEST_MINUTES;
                    case HOURS -> 1;
                };
        if (expiry != 0 && expiry < shortest) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "The minimum lease time should be greater than 2 minutes");
        }
    }

    void format(XmlWriter out) {
        out.start("lease").attribute("expiry", expiry);
        if (expiry != 0) {
            out.attribute("unit", unit);
        }
        out.end();
    }
}
