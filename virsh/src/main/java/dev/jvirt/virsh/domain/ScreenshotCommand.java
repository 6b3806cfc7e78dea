package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainScreenshot;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// `screenshot`: writes what the guest shows into a file.
final class ScreenshotCommand {
    private static final int CHUNK = 64 * 1024;

    private final Hypervisor hypervisor;
    private final Domains domains;

    ScreenshotCommand(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        domains = new Domains(hypervisor);
    }

    Command screenshot() {
        return command(
                        "screenshot",
                        "take a screenshot of a current domain console and store it into a file")
                .description("Write what the guest shows on a screen into a file.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .string("file", "the file to write")
                .option(Option.number("screen", "the number of the screen"))
                .run(this::screenshot);
    }

    private void screenshot(Words words) {
        Optional<String> given = words.text("file");
        int screen = (int) words.unsignedNumber("screen").orElse(0);
        Domain domain = domains.find(words);
        DomainScreenshot shot =
                Attempt.get(
                        "could not take a screenshot of " + domain.name(),
                        () -> domain.devices().screenshot(screen, 0));
        try (shot) {
            String name = given.orElseGet(() -> usualName(domain.name(), shot.mimeType()));
            write(domain, shot, name);
            hypervisor
                    .output()
                    .extra("Screenshot saved to " + name + ", with type of " + shot.mimeType());
        }
    }

    private static String usualName(String domain, String type) {
        String time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd-HH:mm:ss")
                        .format(LocalDateTime.now(ZoneId.systemDefault()));
        String suffix =
                switch (type) {
                    case "image/x-portable-pixmap" -> ".ppm";
                    case "image/png" -> ".png";
                    default -> "";
                };
        return domain + "-" + time + suffix;
    }

    private void write(Domain domain, DomainScreenshot shot, String name) {
        Path path = hypervisor.shell().resolve(name);
        boolean created = false;
        boolean complete = false;
        try (OutputStream file = Files.newOutputStream(path, create(path))) {
            created = true;
            var chunk = ByteBuffer.allocate(CHUNK);
            while (shot.image().read(chunk) >= 0) {
                file.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
            shot.image().finish();
            complete = true;
        } catch (IOException e) {
            throw new CommandFailure("cannot create file " + name);
        } catch (LibvirtException e) {
            throw new CommandFailure(
                    "could not receive data from domain '" + domain.name() + "'", e);
        } finally {
            if (created && !complete) {
                remove(path);
            }
        }
    }

    private static StandardOpenOption[] create(Path path) {
        return Files.exists(path)
                ? new StandardOpenOption[] {
                    StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING
                }
                : new StandardOpenOption[] {
                    StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW
                };
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // Half a picture stays; the failure that is reported is why.
        }
    }
}
