package dev.jvirt.tests.conformance;

import dev.jvirt.documents.network.NetworkDefinition;

/// `networkxml2xml`: network documents read, checked and written.
final class NetworkXmlFamily implements Family {
    @Override
    public String name() {
        return "networkxml2xml";
    }

    @Override
    public String run(Case test) {
        return NetworkDefinition.parse(test.input()).format();
    }
}
