package dev.jvirt.documents.domain.completion;

import dev.jvirt.documents.domain.Controller;
import dev.jvirt.documents.domain.Device;
import dev.jvirt.documents.domain.DomainDefinition;
import java.util.ArrayList;

/// Completes definitions. The order of the steps matters: what one fills in, the next finds.
public final class DomainDefaults {
    private final CompletionSettings settings;
    private final DriverCompletion driver;
    private final DeviceDefaults devices;

    /// Defaults with the help of a driver.
    public DomainDefaults(CompletionSettings settings, DriverCompletion driver) {
        this.settings = settings;
        this.driver = driver;
        this.devices = new DeviceDefaults(settings);
    }

    /// The complete definition.
    public DomainDefinition complete(DomainDefinition parsed) {
        var definition = driver.basics(OpenIdentity.fill(parsed, settings));
        definition = ControllerIndexes.assign(definition);
        definition = driver.domain(definition);
        definition = SerialPorts.assign(definition);
        definition = everyDevice(definition);
        definition = common(definition);
        definition = driver.addresses(definition);
        return FeatureChecks.apply(definition, settings);
    }

    private DomainDefinition everyDevice(DomainDefinition definition) {
        var current = definition;
        var walk = current.devices().inWalkingOrder();
        // Devices may come to the list while it is walked; the place in the walk stays valid.
        for (int step = 0; step < walk.size(); step++) {
            var device = walk.get(step);
            var filled = filled(current, device);
            if (filled != device) {
                current = replace(current, device, filled);
                walk = current.devices().inWalkingOrder();
            }
        }
        return current;
    }

    private DomainDefinition oneDevice(DomainDefinition definition, Device device) {
        var filled = filled(definition, device);
        return filled == device ? definition : replace(definition, device, filled);
    }

    private Device filled(DomainDefinition definition, Device device) {
        var filled = devices.fill(driver.device(device, definition), definition);
        FeatureChecks.check(filled, settings);
        return filled;
    }

    private static DomainDefinition replace(
            DomainDefinition definition, Device old, Device changed) {
        var all = new ArrayList<>(definition.devices().all());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == old) {
                all.set(i, changed);
                break;
            }
        }
        return definition.withDevices(definition.devices().withAll(all));
    }

    private DomainDefinition common(DomainDefinition definition) {
        var current = MachineDefaults.fill(definition, settings);
        current = ImplicitDevices.add(current);
        current = firstVideo(current);
        var serials = current.devices().serials();
        if (!serials.isEmpty()) {
            current = oneDevice(current, serials.getFirst());
        }
        for (Controller controller : current.devices().controllers()) {
            if (controller.type() == Controller.Type.SCSI && controller.model().isEmpty()) {
                current = oneDevice(current, controller);
            }
        }
        return GraphicsDefaults.fill(current);
    }

    /// The first graphics card is the primary one; it may have come only now.
    private DomainDefinition firstVideo(DomainDefinition definition) {
        var videos = definition.devices().videos();
        if (videos.isEmpty()) {
            return definition;
        }
        var first = videos.getFirst();
        if (VideoDefaults.isNone(first)) {
            return replace(definition, first, VideoDefaults.bare(first));
        }
        var primary = first.withPrimary(true);
        return oneDevice(replace(definition, first, primary), primary);
    }
}
