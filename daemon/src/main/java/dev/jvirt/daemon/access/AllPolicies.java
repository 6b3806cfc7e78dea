package dev.jvirt.daemon.access;

import java.util.List;

/// Several access drivers: what one of them forbids is forbidden.
public record AllPolicies(List<AccessPolicy> policies) implements AccessPolicy {
    public AllPolicies {
        policies = List.copyOf(policies);
    }

    @Override
    public boolean allows(ClientIdentity client, AccessObject object, Permission permission) {
        for (AccessPolicy policy : policies) {
            if (!policy.allows(client, object, permission)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void reload() {
        for (AccessPolicy policy : policies) {
            policy.reload();
        }
    }
}
