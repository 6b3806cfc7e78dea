package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.LaunchSecurity;
import dev.jvirt.qemu.json.JsonObject;

/// What keeps the guest's memory from the host.
final class SecurityArguments {
    private static final String ID = "lsec0";

    private SecurityArguments() {}

    static void addToMachine(DomainScope scope, JsonObject.Builder machine) {
        if (scope.definition().security().launch().isPresent()) {
            machine.put("confidential-guest-support", ID);
        }
    }

    static void add(DomainScope scope, Arguments out) {
        scope.definition()
                .security()
                .launch()
                .ifPresent(
                        launch ->
                                out.object(
                                        switch (launch) {
                                            case LaunchSecurity.Sev sev -> sev(scope, sev);
                                            case LaunchSecurity.S390Pv _ ->
                                                    JsonObject.builder()
                                                            .put("qom-type", "s390-pv-guest")
                                                            .put("id", ID)
                                                            .build();
                                        }));
    }

    private static JsonObject sev(DomainScope scope, LaunchSecurity.Sev sev) {
        String folder = scope.context().folders().lib();
        var guest = JsonObject.builder().put("qom-type", "sev-guest").put("id", ID);
        guest.putNumber("cbitpos", sev.cbitpos());
        guest.putNumber("reduced-phys-bits", sev.reducedPhysBits());
        guest.put("policy", sev.policy());
        sev.dhCert().ifPresent(_ -> guest.put("dh-cert-file", folder + "/dh_cert.base64"));
        sev.session().ifPresent(_ -> guest.put("session-file", folder + "/session.base64"));
        return guest.putBoolean("kernel-hashes", sev.kernelHashes()).build();
    }
}
