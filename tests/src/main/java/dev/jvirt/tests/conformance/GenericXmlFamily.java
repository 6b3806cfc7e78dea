package dev.jvirt.tests.conformance;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.documents.domain.completion.CompletionSettings;
import dev.jvirt.documents.domain.completion.DomainDefaults;
import dev.jvirt.documents.domain.completion.DriverCompletion;
import dev.jvirt.documents.domain.completion.DriverFeature;
import dev.jvirt.documents.domain.validation.DomainValidation;
import dev.jvirt.documents.domain.validation.DriverValidation;
import java.util.Set;

/// `genericxml2xml`: domain documents read, completed, checked and written without any driver.
final class GenericXmlFamily implements Family {
    private static final Set<DriverFeature> FEATURES = Set.of(DriverFeature.INDIVIDUAL_VCPUS);

    private final DomainDefaults defaults =
            new DomainDefaults(
                    new CompletionSettings("x86_64", FEATURES, false), DriverCompletion.NONE);
    private final DomainValidation validation =
            new DomainValidation(FEATURES, DriverValidation.NONE);

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
        var complete = defaults.complete(parsed);
        validation.check(complete);
        return complete.format(new FormatFlags(true, !active, false, false));
    }
}
