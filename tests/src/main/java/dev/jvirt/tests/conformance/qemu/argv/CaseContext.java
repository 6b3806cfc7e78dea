package dev.jvirt.tests.conformance.qemu.argv;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.IdSet;
import dev.jvirt.qemu.block.SecretSealer;
import dev.jvirt.qemu.block.Secrets;
import dev.jvirt.qemu.block.TlsCredentials;
import dev.jvirt.qemu.command.CommandContext;
import dev.jvirt.qemu.command.Descriptor;
import dev.jvirt.qemu.command.DisplayPorts;
import dev.jvirt.qemu.command.DomainFolders;
import dev.jvirt.qemu.command.DriverSettings;
import dev.jvirt.qemu.command.HostEnvironment;
import dev.jvirt.qemu.command.HostMemory;
import dev.jvirt.qemu.command.SpiceServerSettings;
import dev.jvirt.qemu.command.StartMode;
import dev.jvirt.qemu.command.TlsSettings;
import dev.jvirt.qemu.command.VncSettings;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.qemu.json.JsonString;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.qemu.FakeHost;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;

/// What the corpus' host and a case contribute to a command line.
final class CaseContext {
    private static final int SHORT_NAME = 20;
    private static final String RUN =
            "/bad-test-used-env-xdg-runtime-dir/libvirt/qemu/run/dbus/%s-dbus.sock";

    /// `VIR00:30` lies half an hour west of Greenwich.
    private static final ZoneOffset ZONE = ZoneOffset.ofHoursMinutes(0, -30);

    private final FakeHost host;
    private final Case test;
    private final JsonObject environment;
    private final JsonObject config;

    CaseContext(FakeHost host, Case test) {
        this.host = host;
        this.test = test;
        this.environment = host.environment();
        this.config = environment.object("driverConfig").orElseThrow();
    }

    CommandContext of(DomainDefinition definition) {
        return new CommandContext(
                folders(definition.name()),
                process(),
                memory(),
                new CorpusHost(host, test),
                this::number,
                DisplayPorts.EXAMPLES,
                settings(),
                secrets(),
                mode());
    }

    private DomainFolders folders(String name) {
        String shortName =
                "-1-" + (name.length() <= SHORT_NAME ? name : name.substring(0, SHORT_NAME));
        return new DomainFolders(
                shortName,
                text("libDir") + "/domain-" + shortName,
                text("channelTargetDir") + "/domain-" + shortName,
                text("memoryBackingDir") + '/' + shortName,
                "%s/%s_VARS.fd".formatted(text("nvramDir"), name),
                environment.string("tpmEmulatorSocket").orElseThrow(),
                RUN.formatted(shortName));
    }

    private String text(String setting) {
        return test.param("config." + setting).orElseGet(() -> config.string(setting).orElse(""));
    }

    private boolean isSet(String setting) {
        return text(setting).equals("1");
    }

    private HostEnvironment process() {
        var variables = new LinkedHashMap<String, String>();
        environment
                .object("environment")
                .orElseThrow()
                .members()
                .forEach(
                        (name, value) -> {
                            if (value instanceof JsonString string) {
                                variables.put(name, string.value());
                            }
                        });
        long seconds = environment.object("clock").orElseThrow().number("unixTime").getAsLong();
        return new HostEnvironment(
                test.param("hostArch").orElse("x86_64"),
                true,
                variables,
                Instant.ofEpochSecond(seconds).atZone(ZONE));
    }

    private HostMemory memory() {
        var mounts = new ArrayList<HostMemory.HugePageMount>();
        for (JsonObject mount : config.objects("hugetlbfs")) {
            mounts.add(
                    new HostMemory.HugePageMount(
                            mount.string("mount").orElseThrow(),
                            mount.number("sizeKiB").getAsLong(),
                            mount.isTrue("default")));
        }
        var numa = environment.object("numa").orElseThrow();
        return new HostMemory(
                environment.number("pageSizeBytes").getAsLong() >> 10,
                mounts,
                IdSet.range(0, (int) numa.number("hostMaxNode").getAsLong()),
                numa.string("autoNodeset").map(IdSet::parse));
    }

    private int number(Descriptor descriptor) {
        var numbers = environment.object("fileDescriptors").orElseThrow();
        return switch (descriptor) {
            case Descriptor.Tap tap -> 3 + tap.queue();
            case Descriptor.VhostNet vhost -> 44 + vhost.queue();
            case Descriptor.CharFile _ -> (int) numbers.number("fileChardevSource").getAsLong();
            case Descriptor.CharLog _ -> (int) numbers.number("chardevLog").getAsLong();
            case Descriptor.TpmDevice _ -> (int) numbers.number("tpmDevice").getAsLong();
            case Descriptor.TpmCancel _ -> (int) numbers.number("tpmCancel").getAsLong();
            case Descriptor.Vdpa _ -> (int) numbers.number("vdpa").getAsLong();
            case Descriptor.VhostScsi _ -> (int) numbers.number("vhost-scsi").getAsLong();
            case Descriptor.VhostVsock _ -> (int) numbers.number("vhost-vsock").getAsLong();
            case Descriptor.VhostUserGpu _ -> (int) numbers.number("vhostUserGpu").getAsLong();
            case Descriptor.Monitor _, Descriptor.CharListener _ ->
                    (int) numbers.number("unixListenChardev").getAsLong();
        };
    }

    private DriverSettings settings() {
        var vnc =
                new VncSettings(
                        "127.0.0.1",
                        isSet("vncAutoUnixSocket"),
                        tls("vnc"),
                        Optional.empty(),
                        isSet("vncSASL"),
                        test.param("config.vncSASLdir"),
                        isSet("vncAllowHostAudio"));
        var spice =
                new SpiceServerSettings(
                        "127.0.0.1",
                        isSet("spiceAutoUnixSocket"),
                        tls("spice"),
                        Optional.of(text("spicePassword")),
                        isSet("spiceSASL"),
                        test.param("config.spiceSASLdir"));
        return new DriverSettings(
                vnc,
                spice,
                tls("chardev"),
                tls("nbd"),
                tls("vxhs"),
                isSet("nogfxAllowHostAudio"),
                isSet("dumpGuestCore"),
                DriverSettings.Sandbox.DEFAULT);
    }

    private TlsSettings tls(String kind) {
        var secret = test.param("config." + kind + "TLSx509secretUUID").map(UUID::fromString);
        return new TlsSettings(
                isSet(kind + "TLS"),
                new TlsCredentials(
                        text(kind + "TLSx509certdir"), isSet(kind + "TLSx509verify"), secret));
    }

    private Secrets secrets() {
        byte[] value =
                environment
                        .string("secretValueUtf8")
                        .orElseThrow()
                        .getBytes(StandardCharsets.UTF_8);
        return new Secrets(
                (usage, secret) -> value,
                new SecretSealer(counting(SecretSealer.KEY_LENGTH), CaseContext::counting));
    }

    private static byte[] counting(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private StartMode mode() {
        var from = test.param("migrateFrom");
        if (from.isEmpty()) {
            return StartMode.COLD;
        }
        boolean inherited = from.get().equals("stdio") || from.get().startsWith("fd");
        return StartMode.from(
                inherited ? "fd:" + test.param("migrateFd").orElseThrow() : from.get());
    }
}
