package dev.jvirt.qemu.completion;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.ParseFlags;
import dev.jvirt.documents.domain.completion.CompletionSettings;
import dev.jvirt.documents.domain.completion.DomainDefaults;
import dev.jvirt.documents.domain.completion.DriverFeature;
import dev.jvirt.documents.domain.validation.DomainValidation;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.validation.QemuValidation;
import java.util.EnumSet;
import java.util.Set;

/// Makes documents into definitions that are ready to be defined or started.
public final class QemuDefinitions {
    private static final Set<DriverFeature> FEATURES =
            EnumSet.of(
                    DriverFeature.MEMORY_HOTPLUG,
                    DriverFeature.OFFLINE_VCPUPIN,
                    DriverFeature.INDIVIDUAL_VCPUS,
                    DriverFeature.FIRMWARE_AUTOSELECT,
                    DriverFeature.NET_MODEL_STRING,
                    DriverFeature.DISK_FD);

    private final CompletionContext context;

    /// Definitions for one host.
    public QemuDefinitions(CompletionContext context) {
        this.context = context;
    }

    /// The definition in a document that somebody wants to define or create.
    ///
    /// @throws LibvirtException if the document is no definition, or one that QEMU cannot run
    public DomainDefinition parse(String xml, ParseFlags flags) {
        return parse(xml, flags, EnumSet.of(ParseOption.UPDATE_ABI));
    }

    /// The definition in a document that this driver has stored.
    ///
    /// @throws LibvirtException if the document is damaged, or QEMU has gone
    public DomainDefinition load(String xml, ParseFlags flags) {
        return parse(xml, flags, EnumSet.of(ParseOption.SKIP_VALIDATION));
    }

    /// The definition in a document.
    ///
    /// @throws LibvirtException if the document is no definition, or one that QEMU cannot run
    public DomainDefinition parse(String xml, ParseFlags flags, Set<ParseOption> options) {
        var complete = complete(DomainDefinition.parse(xml, flags), flags, options);
        if (!options.contains(ParseOption.SKIP_VALIDATION)) {
            check(complete);
        }
        return complete;
    }

    /// The definition with all that its document left open.
    public DomainDefinition complete(
            DomainDefinition parsed, ParseFlags flags, Set<ParseOption> options) {
        boolean updateAbi = options.contains(ParseOption.UPDATE_ABI);
        var settings =
                new CompletionSettings(
                        context.hostArch(),
                        FEATURES,
                        updateAbi,
                        context.uuids(),
                        CompletionSettings.randomMacs());
        var driver = new QemuCompletion(context, flags.inactive(), updateAbi);
        return new DomainDefaults(settings, driver).complete(parsed);
    }

    /// Refuses a complete definition that QEMU cannot run.
    public void check(DomainDefinition definition) {
        validation(definition).check(definition);
    }

    /// Refuses a device that QEMU cannot give to a domain.
    public void check(Device device, DomainDefinition definition) {
        validation(definition).check(device, definition);
    }

    private DomainValidation validation(DomainDefinition definition) {
        String emulator = definition.devices().emulator().orElseThrow();
        QemuCapabilities capabilities = context.capabilities().of(emulator);
        return new DomainValidation(
                FEATURES,
                new QemuValidation(capabilities, context.settings().limits(), context.hostArch()));
    }
}
