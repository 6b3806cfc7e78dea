package dev.jvirt.tests.conformance;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import dev.jvirt.documents.domain.ParseFlags;

/// `genericxml2xml`: domain documents read, completed, checked and written without any driver.
final class GenericXmlFamily implements Family {
    @Override
    public String name() {
        return "genericxml2xml";
    }

    @Override
    public String run(Case test) {
        boolean active = test.is("mode", "active");
        var parsed =
                DomainDefinition.parse(
                        test.input(), active ? ParseFlags.LIVE : ParseFlags.INACTIVE);
        boolean secure = true;
        return parsed.format(new FormatFlags(secure, !active, false, false));
    }
}
