package dev.jvirt.test;

import dev.jvirt.base.domain.DomainDocuments;
import dev.jvirt.documents.domain.completion.CompletionSettings;
import dev.jvirt.documents.domain.completion.DomainDefaults;
import dev.jvirt.documents.domain.completion.DriverFeature;
import dev.jvirt.documents.domain.validation.DomainValidation;
import dev.jvirt.documents.domain.validation.DriverValidation;
import java.util.Set;

/// How the documents of domains are read in every world.
final class TestDocuments {
    private static final Set<DriverFeature> FEATURES =
            Set.of(
                    DriverFeature.MEMORY_HOTPLUG,
                    DriverFeature.OFFLINE_VCPUPIN,
                    DriverFeature.INDIVIDUAL_VCPUS,
                    DriverFeature.FIRMWARE_AUTOSELECT,
                    DriverFeature.NET_MODEL_STRING,
                    DriverFeature.DISK_FD);

    /// Made when the first document is read.
    static final DomainDocuments DOMAINS =
            new DomainDocuments(
                    new DomainDefaults(
                            new CompletionSettings(TestHost.ARCH, FEATURES, false),
                            new TestCompletion()),
                    new DomainValidation(FEATURES, DriverValidation.NONE));

    private TestDocuments() {}
}
