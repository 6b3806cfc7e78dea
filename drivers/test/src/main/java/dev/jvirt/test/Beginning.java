package dev.jvirt.test;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;

/// How a domain is when its world begins: what the elements of the test driver's own namespace in a
/// `<domain>` say.
///
/// @param persistent whether it is defined
/// @param saved whether a saved state waits for its start
record Beginning(DomainState state, boolean persistent, boolean saved) {
    /// Of those elements.
    static final String NAMESPACE = "http://libvirt.org/schemas/domain/test/1.0";

    /// Defined and running.
    static final Beginning RUNNING = new Beginning(DomainState.RUNNING, true, false);

    Beginning {
        if (!persistent && state == DomainState.SHUTOFF) {
            throw invalid("transient domain cannot have runstate 'shutoff'");
        }
        if (saved && state != DomainState.SHUTOFF) {
            throw invalid("domain with managedsave data can only have runstate 'shutoff'");
        }
    }

    /// Reads the elements in a `<domain>`.
    static Beginning parse(Element domain) {
        return new Beginning(
                state(domain),
                domain.child("transient", NAMESPACE).isEmpty(),
                domain.child("hasmanagedsave", NAMESPACE).isPresent());
    }

    private static DomainState state(Element domain) {
        String text = domain.child("runstate", NAMESPACE).map(Element::text).orElse("");
        if (text.isEmpty()) {
            return DomainState.RUNNING;
        }
        long code = Numbers.parse(text, 10).orElse(-1);
        if (code < 0 || code > Integer.MAX_VALUE) {
            throw invalid("invalid runstate");
        }
        DomainState state = DomainState.of((int) code);
        if (state.code() != code) {
            throw invalid("runstate '%d' out of range'".formatted(code));
        }
        return state;
    }

    private static LibvirtException invalid(String detail) {
        return new LibvirtException(ErrorDomain.TEST, XML_ERROR, detail);
    }
}
