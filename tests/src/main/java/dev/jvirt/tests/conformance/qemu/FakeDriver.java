package dev.jvirt.tests.conformance.qemu;

import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.qemu.completion.CompletionContext;
import dev.jvirt.qemu.completion.DefinitionSettings;
import dev.jvirt.qemu.completion.ParseOption;
import dev.jvirt.qemu.completion.QemuDefinitions;
import dev.jvirt.qemu.validation.HostLimits;
import dev.jvirt.tests.conformance.Case;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The QEMU driver as a case configures it.
public final class FakeDriver {
    /// Random bytes count upwards here.
    private static final UUID RANDOM_UUID = UUID.fromString("00010203-0405-4607-8809-0a0b0c0d0e0f");

    private final FakeHost host;
    private final Case test;

    /// A driver for a case on a host.
    public FakeDriver(FakeHost host, Case test) {
        this.host = host;
        this.test = test;
    }

    /// Its definitions.
    ///
    /// @param cpuModels whether binaries without stored capabilities know the listed models
    public QemuDefinitions definitions(boolean cpuModels) {
        return definitions(cpuModels, settings());
    }

    QemuDefinitions definitions(boolean cpuModels, DefinitionSettings settings) {
        return new QemuDefinitions(
                new CompletionContext(
                        test.param("hostArch").orElse("x86_64"),
                        new FakeEmulators(host, test, cpuModels),
                        settings,
                        host,
                        () -> RANDOM_UUID));
    }

    /// Its settings.
    public DefinitionSettings settings() {
        var config = host.environment().object("driverConfig").orElseThrow();
        return new DefinitionSettings(
                config.string("libDir").orElseThrow(),
                config.string("channelTargetDir").orElseThrow(),
                config.string("nvramDir").orElseThrow(),
                config.string("securityDriver").orElseThrow(),
                new DefinitionSettings.HostAudio(
                        isSet("vncAllowHostAudio"),
                        isSet("nogfxAllowHostAudio"),
                        environment("QEMU_AUDIO_DRV"),
                        environment("SDL_AUDIODRIVER")),
                limits());
    }

    private HostLimits limits() {
        var versions = EnumSet.noneOf(Tpm.Version.class);
        for (String word : test.param("swtpmVersions").orElse("1.2,2.0").split(",")) {
            Word.find(Tpm.Version.class, word).ifPresent(versions::add);
        }
        return HostLimits.DEFAULT.withSpiceTls(isSet("spiceTLS")).withTpmVersions(versions);
    }

    private boolean isSet(String setting) {
        var config = host.environment().object("driverConfig").orElseThrow();
        return test.param("config." + setting)
                .or(() -> config.string(setting))
                .filter("1"::equals)
                .isPresent();
    }

    private Optional<String> environment(String name) {
        return test.param("env." + name).filter(v -> !v.equals("none"));
    }

    /// How the case wants documents to be taken.
    public Set<ParseOption> options() {
        return test.param("parseFlags").filter(f -> f.contains("abi-update")).isPresent()
                ? EnumSet.of(ParseOption.UPDATE_ABI)
                : EnumSet.noneOf(ParseOption.class);
    }
}
