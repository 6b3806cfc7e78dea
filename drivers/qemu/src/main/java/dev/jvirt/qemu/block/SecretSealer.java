package dev.jvirt.qemu.block;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.json.JsonObject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.function.IntFunction;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts secrets for one QEMU process with the key of its domain, so that no list of processes
/// and no log shows them.
public final class SecretSealer {
    /// How many bytes a key has.
    public static final int KEY_LENGTH = 32;

    private static final int VECTOR_LENGTH = 16;

    private final SecretKeySpec key;
    private final IntFunction<byte[]> random;

    /// A sealer with a domain's key.
    ///
    /// @param random gives as many random bytes as it is asked for
    public SecretSealer(byte[] masterKey, IntFunction<byte[]> random) {
        this.key = new SecretKeySpec(masterKey, "AES");
        this.random = random;
    }

    /// The object that holds a secret in QEMU.
    public JsonObject seal(String id, byte[] secret) {
        byte[] vector = random.apply(VECTOR_LENGTH);
        return JsonObject.builder()
                .put("qom-type", "secret")
                .put("id", id)
                .put("data", Base64.getEncoder().encodeToString(encrypt(vector, secret)))
                .put("keyid", "masterKey0")
                .put("iv", Base64.getEncoder().encodeToString(vector))
                .put("format", "base64")
                .build();
    }

    private byte[] encrypt(byte[] vector, byte[] secret) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(vector));
            return cipher.doFinal(secret);
        } catch (GeneralSecurityException e) {
            throw new LibvirtException(INTERNAL_ERROR, "cannot encrypt a secret", e);
        }
    }
}
