package dev.jvirt.tests.conformance;

import java.util.List;

/// The families that can be run.
final class Families {
    private Families() {}

    static List<Family> all() {
        return List.of(new GenericXmlFamily());
    }
}
