package dev.jvirt.ssh;

import dev.jvirt.remote.SshDialer;
import dev.jvirt.remote.SshRequest;
import dev.jvirt.rpc.client.Transport;
import java.time.Duration;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserInteraction;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.PropertyResolverUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/// Reaches a program on another host with Apache MINA SSHD.
public final class MinaDialer implements SshDialer {
    private static final int ENDLESS = Integer.MAX_VALUE;

    /// Found as a service.
    public MinaDialer() {}

    @Override
    public Transport dial(SshRequest request) {
        SshPlan plan = SshPlan.of(request);
        JdkKeys.register();
        try (var desk = new Desk()) {
            var questions = new Questions(desk, request.authenticator());
            var keys = HostKeys.read(plan, questions);
            var login = new Login(plan, questions);
            SshClient client = client(keys, login);
            boolean done = false;
            try {
                client.start();
                var call = new Call(plan, desk, client);
                var session = call.connect(keys);
                call.authenticate(session, login);
                Transport transport = call.run(session, request.command());
                done = true;
                return transport;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw plan.dialect().transport("the calling thread was interrupted");
            } finally {
                if (!done) {
                    client.close(true);
                }
            }
        }
    }

    private static SshClient client(HostKeys keys, Login login) {
        SshClient client = ClientBuilder.builder().build();
        client.setServerKeyVerifier(keys);
        client.setSignatureFactories(keys.preferred());
        client.setUserAuthFactories(login.factories());
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setAgentFactory(null);
        // A guest may have nothing to tell for days, and users think for as long as they like.
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, ENDLESS);
        CoreModuleProperties.NIO_WORKERS.set(client, 1);
        PropertyResolverUtils.updateProperty(
                client, UserInteraction.AUTO_DETECT_PASSWORD_PROMPT, false);
        return client;
    }
}
