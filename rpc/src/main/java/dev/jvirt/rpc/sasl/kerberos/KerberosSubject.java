package dev.jvirt.rpc.sasl.kerberos;

import dev.jvirt.rpc.sasl.SaslError;
import dev.jvirt.rpc.sasl.SaslFailure;
import dev.jvirt.rpc.sasl.SecurityNeeds;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.sasl.Sasl;
import javax.security.sasl.SaslException;

/// Whoever has Kerberos credentials here.
final class KerberosSubject {
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";
    private static final String KRB5_CONF = "java.security.krb5.conf";
    private static final int MAX_PACKET = 65536;

    private final Subject subject;

    private KerberosSubject(Subject subject) {
        this.subject = subject;
    }

    /// The user, by the ticket in the user's cache.
    ///
    /// @throws SaslFailure if there is none
    static KerberosSubject user() {
        return of(Map.of("useTicketCache", "true", "doNotPrompt", "true"));
    }

    /// A service, by the keys of a file.
    static KerberosSubject service(Path keytab) {
        return of(
                Map.of(
                        "useKeyTab", "true",
                        "keyTab", keytab.toString(),
                        "storeKey", "true",
                        "principal", "*",
                        "isInitiator", "false",
                        "doNotPrompt", "true"));
    }

    private static KerberosSubject of(Map<String, String> options) {
        String config = System.getenv("KRB5_CONFIG");
        if (config != null && System.getProperty(KRB5_CONF) == null) {
            System.setProperty(KRB5_CONF, config); // the JDK does not look there by itself
        }
        var entry =
                new AppConfigurationEntry(
                        MODULE, AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, options);
        var configuration =
                new Configuration() {
                    @Override
                    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                        return new AppConfigurationEntry[] {entry};
                    }
                };
        try {
            var login = new LoginContext("libvirt", new Subject(), null, configuration);
            login.login();
            return new KerberosSubject(login.getSubject());
        } catch (LoginException e) {
            throw new SaslFailure(SaslError.FAIL, "GSSAPI Error: " + e.getMessage(), e);
        }
    }

    /// Does something in the name of the subject.
    ///
    /// @throws SaslFailure if that fails
    <T> T call(Callable<T> action) {
        try {
            return Subject.callAs(subject, action);
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof SaslFailure failure) {
                throw failure;
            }
            Throwable reason =
                    cause instanceof SaslException && cause.getCause() != null
                            ? cause.getCause()
                            : cause;
            throw new SaslFailure(SaslError.FAIL, "GSSAPI Error: " + reason.getMessage(), cause);
        }
    }

    /// What the JDK is told of the layer that is wanted.
    static Map<String, String> properties(SecurityNeeds needs) {
        var properties = new HashMap<String, String>();
        properties.put(Sasl.QOP, qop(needs));
        properties.put(Sasl.MAX_BUFFER, Integer.toString(MAX_PACKET));
        properties.put(Sasl.SERVER_AUTH, "true");
        return properties;
    }

    private static String qop(SecurityNeeds needs) {
        if (!needs.wantsLayer()) {
            return "auth";
        }
        return needs.minSsf() > 1 ? "auth-conf" : "auth-conf,auth-int,auth";
    }
}
